package dev.startide.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.dev.TestDatabase;
import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.failpoint.Trap;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A rebuild in a process of its own, which is killed.
record KilledRebuild(Path folder) {

    /// What `kill -9` leaves behind as an exit code.
    private static final int KILLED = 137;

    /// Begins a rebuild, and kills it when it comes to a point for a certain time.
    void at(FailPoint point, int hit, TestDatabase database, Path model) throws IOException, InterruptedException {
        File log = folder.resolve("rebuild.log").toFile();
        Process rebuild = rebuild("%s=kill@%d".formatted(point.label(), hit), database, model, log)
                .start();
        int exitCode = rebuild.waitFor();
        assertThat(exitCode).as(Files.readString(log.toPath())).isEqualTo(KILLED);
    }

    /// In small batches, and with a right to load that is soon missed.
    private static ProcessBuilder rebuild(String trap, TestDatabase database, Path model, File log) {
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-D%s=%s".formatted(Trap.PROPERTY, trap),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.startide.app.Startide");
        process.command().addAll(CommandRun.arguments(database, model, List.of("rebuild", "--all", "--accept")));
        process.environment().putAll(Map.of("STARTIDE_LOAD_BATCH_EVENTS", "20", "STARTIDE_LOAD_LEASE_TIME", "3s"));
        return process.redirectErrorStream(true).redirectOutput(log);
    }
}
