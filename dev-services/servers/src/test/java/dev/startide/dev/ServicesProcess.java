package dev.startide.dev;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The servers' program in a JVM of its own, as the demo starts it, to be killed by tests.
final class ServicesProcess implements AutoCloseable {

    private static final long LIMIT_SECONDS = 90;

    private final Process process;
    private final String readyLine;
    private final List<ProcessHandle> descendants;

    private ServicesProcess(Process process, String readyLine) {
        this.process = process;
        this.readyLine = readyLine;
        this.descendants = process.descendants().toList();
    }

    static ServicesProcess start(Path data, String... options) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DevServices.class.getName(),
                "--data",
                data.toString()));
        line.addAll(List.of(options));
        Process process = new ProcessBuilder(line)
                .redirectError(data.resolve("services.err").toFile())
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String ready = output.readLine();
        if (ready == null) {
            throw new IllegalStateException(DataDirectory.tail(data.resolve("services.err")));
        }
        return new ServicesProcess(process, ready);
    }

    /// The value of a text field of the ready line.
    String field(String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(readyLine);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + name + " in " + readyLine);
        }
        return matcher.group(1);
    }

    TestDatabase database() {
        return new TestDatabase(field("jdbcUrl"), field("user"), field("password"));
    }

    /// The processes that the program had started when it became ready.
    List<ProcessHandle> descendants() {
        return descendants;
    }

    /// Ends the program as an operating system does that is out of memory.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /// Lets standard input end, and answers the exit status.
    int endInput() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }
}
