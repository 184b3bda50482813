package dev.startide.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.startide.app.terminal.Terminal;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// An embedded PostgreSQL and an embedded Pulsar, in processes that end with this one.
public final class DevServers implements AutoCloseable {

    private static final ChildJvm PROGRAM =
            new ChildJvm(Path.of("dev-services", "servers"), "dev.startide.dev.DevServices", "128m");

    /// PostgreSQL writes its checkpoint and the broker its ledgers; after that nothing is worth
    /// waiting for.
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Process process;
    private final BufferedReader answers;
    private final Map<String, String> ready;

    private DevServers(Process process, BufferedReader answers, Map<String, String> ready) {
        this.process = process;
        this.answers = answers;
        this.ready = ready;
    }

    /// Starts both, on the data of an earlier start if there is any, and waits until they answer.
    ///
    /// @param data the folder for their data and their log
    /// @throws StartideException `DATABASE_UNFIT` with what the servers complained about
    public static DevServers start(Path data, Terminal terminal) throws IOException {
        terminal.say("Starting PostgreSQL and Pulsar; data in %s".formatted(data));
        return start(data, List.of());
    }

    /// Starts PostgreSQL alone, on the data of an earlier start if there is any, and waits until it
    /// answers.
    ///
    /// @param data the folder for its data and its log
    /// @throws StartideException `DATABASE_UNFIT` with what the server complained about
    public static DevServers startDatabase(Path data) throws IOException {
        return start(data, List.of("--no-pulsar"));
    }

    private static DevServers start(Path data, List<String> options) throws IOException {
        Path log = data.resolve("servers.log");
        Files.createDirectories(data);
        Files.deleteIfExists(log);
        List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
        arguments.addAll(options);
        Process process = PROGRAM.start(log, arguments);
        BufferedReader answers = process.inputReader(UTF_8);
        String line = answers.readLine();
        if (line == null) {
            throw StartideException.because(
                    FailureCode.DATABASE_UNFIT, "The servers did not start: " + LastWords.of(log));
        }
        return new DevServers(process, answers, FlatJson.parse(line));
    }

    /// How the product reaches them.
    public Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("startide.database.url", value("postgres.jdbcUrl"));
        settings.put("startide.database.user", value("postgres.user"));
        settings.put("startide.database.password", value("postgres.password"));
        String pulsar = ready.get("pulsar.serviceUrl");
        if (pulsar != null) {
            settings.put("startide.pulsar.service-url", pulsar);
        }
        return settings;
    }

    /// How to look into the database, as its owner, and how to give commands on it. It can be reached
    /// from this machine only.
    public String describe() {
        return """
                To look into the database: psql %s
                For commands in another terminal: export STARTIDE_DATABASE_URL=%s STARTIDE_DATABASE_USER=%s STARTIDE_DATABASE_PASSWORD=%s""".formatted(
                        jdbcUrl().replace("jdbc:postgresql://", "postgresql://%s:%s@".formatted(user(), password())),
                        jdbcUrl(),
                        user(),
                        password());
    }

    String jdbcUrl() {
        return value("postgres.jdbcUrl");
    }

    String user() {
        return value("postgres.user");
    }

    String password() {
        return value("postgres.password");
    }

    String pulsarUrl() {
        return value("pulsar.serviceUrl");
    }

    String pulsarAdminUrl() {
        return value("pulsar.adminUrl");
    }

    /// Lets the servers stop in order, and waits for them. Idempotent.
    @Override
    public void close() {
        try {
            process.outputWriter(UTF_8).close();
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroy();
            }
            answers.close();
        } catch (IOException alreadyEnded) {
            process.destroy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String value(String path) {
        return Objects.requireNonNull(ready.get(path), path);
    }
}
