package dev.startide.dev;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A short-lived program, run to its end within a time limit.
record Command(List<String> line, Path output) {

    Command {
        line = List.copyOf(line);
    }

    /// What the program left: its exit status and the end of what it printed.
    record Result(int status, String text) {

        boolean succeeded() {
            return status == 0;
        }
    }

    /// Runs the program. Its output goes to a file, because a server that it leaves running in the background may
    /// inherit the output and keep a pipe open for ever.
    ///
    /// @throws DevServerException when it cannot be run or does not end in time
    Result run(Duration limit) {
        try {
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new DevServerException(
                        "%s did not end within %d s".formatted(program(), limit.toSeconds()),
                        "See " + output + " and try again on a machine that is less busy");
            }
            return new Result(process.exitValue(), DataDirectory.tail(output).strip());
        } catch (IOException failure) {
            throw new DevServerException(
                    "%s cannot be run: %s".formatted(program(), failure.getMessage()),
                    "Check that this user may run programs from "
                            + Path.of(line.getFirst()).getParent(),
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DevServerException(program() + " was interrupted", "Start again", interrupted);
        }
    }

    private String program() {
        return line.getFirst();
    }
}
