package dev.startide.dev;

import dev.startide.dev.broker.BrokerMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/// An Apache Pulsar broker in a JVM of its own, on a data directory.
///
/// It listens on the loopback interface, at the ports of its last start where these are free. It stops when it is
/// closed, when this JVM ends, and, where this JVM is killed, as soon as its standard input ends. Acknowledged messages
/// survive all of these, and a kill of the broker as well. Safe for use by many threads.
public final class PulsarServer implements AutoCloseable {

    /// A start takes three to six seconds; a predecessor that is still stopping adds half a minute at most.
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Process process;
    private final String serviceUrl;
    private final String adminUrl;
    private final Thread hook = new Thread(this::stop, "pulsar-stop");

    private PulsarServer(Process process, String serviceUrl, String adminUrl) {
        this.process = process;
        this.serviceUrl = serviceUrl;
        this.adminUrl = adminUrl;
    }

    /// Starts the broker, creating its data where there are none, and returns when it takes connections.
    ///
    /// @param dataDirectory belongs to this broker alone
    /// @throws DevServerException when it cannot be started, saying why and what to do
    public static PulsarServer start(Path dataDirectory) {
        Path directory = DataDirectory.prepare(dataDirectory);
        Path output = directory.resolve("broker.out");
        Process process = launch(directory, output);
        boolean started = false;
        try {
            String[] ready = awaitReady(process)
                    .orElseThrow(() -> whyNotStarted(process, directory, output))
                    .split(" ", 3);
            PulsarServer server = new PulsarServer(process, ready[1], ready[2]);
            Runtime.getRuntime().addShutdownHook(server.hook);
            started = true;
            return server;
        } finally {
            if (!started) {
                process.destroyForcibly();
            }
        }
    }

    /// The signals of a terminal are meant for the process that owns the broker, so the broker ignores them.
    private static Process launch(Path directory, Path output) {
        List<String> command = List.of(
                "sh",
                "-c",
                "trap '' INT HUP; exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx512m",
                "-XX:MaxDirectMemorySize=256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlog4j2.configurationFile=startide-broker-log4j2.xml",
                "-Dstartide.broker.log=" + log(directory),
                "-cp",
                BrokerClassPath.find(),
                BrokerMain.class.getName(),
                directory.toString());
        try {
            DataDirectory.rotate(output);
            return new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
        } catch (IOException failure) {
            throw new DevServerException(
                    "The broker's JVM cannot be started: " + failure.getMessage(),
                    "Check the JDK in " + System.getProperty("java.home"),
                    failure);
        }
    }

    /// The line with which the broker says where it is, or empty when it ended or stayed silent.
    private static Optional<String> awaitReady(Process process) {
        CompletableFuture<Optional<String>> line = new CompletableFuture<>();
        Thread.ofVirtual().name("broker-output").start(() -> {
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                line.complete(output.lines()
                        .filter(text -> text.startsWith(BrokerMain.READY + " "))
                        .findFirst());
                output.lines().forEach(_ -> {});
            } catch (IOException | UncheckedIOException ended) {
                line.complete(Optional.empty());
            }
        });
        try {
            return line.completeOnTimeout(Optional.empty(), START_LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static DevServerException whyNotStarted(Process process, Path directory, Path output) {
        if (process.isAlive() && !endsSoon(process)) {
            return new DevServerException(
                    "Pulsar was not ready within %d s".formatted(START_LIMIT.toSeconds()),
                    "See %s, or try again when the machine is less busy".formatted(log(directory)));
        }
        return switch (process.exitValue()) {
            case BrokerMain.DIRECTORY_IN_USE -> DataDirectory.inUse(directory);
            case BrokerMain.BOOKIE_PORT_TAKEN ->
                new DevServerException(
                        "The port that Pulsar's data in %s are bound to is taken (see its ports.properties)"
                                .formatted(directory),
                        "Stop the program that listens there, or choose another data directory");
            default ->
                new DevServerException(
                        "Pulsar did not start; its last words: "
                                + DataDirectory.tail(output).strip(),
                        "The whole log is in " + log(directory));
        };
    }

    private static boolean endsSoon(Process process) {
        try {
            return process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path log(Path directory) {
        return directory.resolve("broker.log");
    }

    /// Where clients connect, such as `pulsar://127.0.0.1:20650`.
    public String serviceUrl() {
        return serviceUrl;
    }

    /// The root of the admin API, such as `http://127.0.0.1:20808`.
    public String adminUrl() {
        return adminUrl;
    }

    /// The process of the broker, so that a test of failures can kill it.
    public ProcessHandle process() {
        return process.toHandle();
    }

    /// Stops the broker; its data stay. Closing twice is the same as closing once.
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            assert !process.isAlive();
        }
    }

    private synchronized void stop() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException ended) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
