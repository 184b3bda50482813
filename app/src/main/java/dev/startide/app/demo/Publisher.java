package dev.startide.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sample's publisher, in a process of its own.
final class Publisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private static final ChildJvm PROGRAM =
            new ChildJvm(Path.of("samples", "tpch"), "dev.startide.sample.tpch.publish.PublishTpch", "512m");

    private final Process process;
    private final Path log;
    private final Thread listener;
    private volatile long published;
    private volatile long total;

    private Publisher(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.listener = Thread.ofVirtual().name("publisher-progress").start(this::listen);
    }

    /// Creates the topics and waits until they are there. A subscription would create them without
    /// partitions.
    static void createTopics(DevServers servers, Path log) throws IOException, InterruptedException {
        try (Publisher topics = start(List.of("--topics-only", "--pulsar-admin", servers.pulsarAdminUrl()), log)) {
            topics.process.waitFor();
            topics.requireSuccess();
        }
    }

    /// Starts to publish.
    ///
    /// @param http where CloudEvents are sent to
    static Publisher publish(DevServers servers, String http, double scale, Path log) throws IOException {
        return start(
                List.of(
                        "--pulsar",
                        servers.pulsarUrl(),
                        "--pulsar-admin",
                        servers.pulsarAdminUrl(),
                        "--http",
                        http,
                        "--scale",
                        Double.toString(scale)),
                log);
    }

    private static Publisher start(List<String> arguments, Path log) throws IOException {
        Files.deleteIfExists(log);
        return new Publisher(PROGRAM.start(log, arguments), log);
    }

    /// How many events have been sent and confirmed.
    long published() {
        return published;
    }

    /// How many there are; 0 before that is known.
    long total() {
        return total;
    }

    /// Whether it has ended with everything published.
    ///
    /// @throws StartideException `SOURCE_UNAVAILABLE` if it has ended otherwise
    boolean isDone() {
        if (process.isAlive() || listener.isAlive()) {
            return false;
        }
        requireSuccess();
        return true;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void requireSuccess() {
        if (process.exitValue() != 0) {
            throw StartideException.because(
                    FailureCode.SOURCE_UNAVAILABLE, "The publisher has failed: " + LastWords.of(log));
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Map<String, String> progress = FlatJson.parse(line);
                published = Long.parseLong(progress.getOrDefault("published", "0"));
                total = Long.parseLong(progress.getOrDefault("total", "0"));
            }
        } catch (IOException | NumberFormatException ended) {
            LOG.debug("The publisher has ended in the middle of a line", ended);
        }
    }
}
