package dev.startide.app.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process of the service. It ends with this JVM at the latest, unless that is killed.
public final class Instance implements AutoCloseable {

    /// What a process that was killed leaves behind as its exit code.
    public static final int KILLED = 137;

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int MOST_SAID = 4_000;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final InstanceOptions options;
    private final Process process;
    private final int port;
    private final int management;
    private final Thread hook;

    private Instance(InstanceOptions options, Process process, int port, int management) {
        this.options = options;
        this.process = process;
        this.port = port;
        this.management = management;
        this.hook = new Thread(process::destroyForcibly);
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException ending) {
            process.destroyForcibly();
            throw ending;
        }
    }

    /// Starts an instance, and returns at once.
    public static Instance run(InstanceOptions options) throws IOException {
        int port = freePort();
        int management = freePort();
        List<String> words = List.of("run", "--port", "" + port, "--management-port", "" + management);
        return new Instance(options, start(options, words), port, management);
    }

    /// Gives a command in a process of its own, and waits for its end.
    ///
    /// @return its exit code
    public static int command(InstanceOptions options, String... words) throws IOException, InterruptedException {
        return exitCode(start(options, List.of(words)));
    }

    public String name() {
        return options.name();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    }

    public boolean isReady() {
        URI readiness = URI.create("http://127.0.0.1:%d/health/readiness".formatted(management));
        try {
            return CLIENT.send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// What it measures of itself, in the text format of Prometheus.
    public String metrics() throws IOException, InterruptedException {
        URI metrics = URI.create("http://127.0.0.1:%d/prometheus".formatted(management));
        return CLIENT.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                .body();
    }

    /// The last of what it said.
    public String said() {
        try {
            String all = Files.readString(options.log());
            return all.substring(Math.max(0, all.length() - MOST_SAID));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Asks it to end in good order.
    public void terminate() {
        process.destroy();
    }

    public int awaitEnd() throws InterruptedException {
        return exitCode(process);
    }

    public void kill() {
        process.destroyForcibly();
        process.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    /// Lets it do nothing any more, as a machine that hangs.
    public void suspend() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /// Lets it go on as if nothing had been.
    public void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /// Whether it hangs, whoever made it.
    public boolean isSuspended() throws IOException, InterruptedException {
        Process asked = new ProcessBuilder("ps", "-o", "state=", "-p", Long.toString(process.pid())).start();
        String state = new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        asked.waitFor();
        return state.startsWith("T");
    }

    /// Kills it if it still runs: one that hangs would not hear a polite request.
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        kill();
    }

    private void signal(String signal) throws IOException, InterruptedException {
        if (new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                        .start()
                        .waitFor()
                != 0) {
            throw new IllegalStateException("Cannot send %s to %d".formatted(signal, process.pid()));
        }
    }

    private static Process start(InstanceOptions options, List<String> words) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options.jvm());
        line.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.startide.app.Startide"));
        line.addAll(words);
        line.addAll(List.of("--model", options.model().toString()));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(options.log().toFile()));
        builder.environment().putAll(options.environment());
        return builder.start();
    }

    private static int exitCode(Process process) throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The process does not end");
        }
        return process.exitValue();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
