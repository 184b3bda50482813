package dev.startide.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the database and the broker are.
final class ServerOptions {

    private static final String PASSWORD_FILE = "STARTIDE_DATABASE_PASSWORD_FILE";

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "The PostgreSQL of the warehouse, as jdbc:postgresql://host:port/database.")
    private @Nullable String databaseUrl;

    @Option(names = "--database-user", paramLabel = "NAME", description = "Who to log in to the database as.")
    private @Nullable String databaseUser;

    @Option(
            names = "--database-password",
            paramLabel = "TEXT",
            description = "The password. Other users of this machine may see it: prefer the file or the environment.")
    private @Nullable String databasePassword;

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "A file whose first line is the password.")
    private @Nullable Path databasePasswordFile;

    @Option(names = "--pulsar-url", paramLabel = "URL", description = "The broker, as pulsar://host:port.")
    private @Nullable String pulsarUrl;

    /// The settings that these options stand for, and what the environment says beside settings.
    Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(ofEnvironment());
        settings.putAll(ofFlags());
        return settings;
    }

    /// The password, if the environment names the file that holds it.
    Map<String, Object> ofEnvironment() {
        String file = System.getenv(PASSWORD_FILE);
        return file == null || file.isBlank()
                ? Map.of()
                : Map.of("startide.database.password", firstLine(Path.of(file)));
    }

    /// The settings that the flags alone stand for.
    Map<String, Object> ofFlags() {
        Map<String, Object> settings = new HashMap<>();
        put(settings, "startide.database.url", databaseUrl);
        put(settings, "startide.database.user", databaseUser);
        put(
                settings,
                "startide.database.password",
                databasePasswordFile == null ? null : firstLine(databasePasswordFile));
        put(settings, "startide.database.password", databasePassword);
        put(settings, "startide.pulsar.service-url", pulsarUrl);
        return settings;
    }

    private static void put(Map<String, Object> settings, String name, @Nullable String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }

    private static String firstLine(Path file) {
        try (var lines = Files.lines(file, UTF_8)) {
            return lines.findFirst().orElse("");
        } catch (IOException unreadable) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "The password file %s cannot be read. Check its name and rights.".formatted(file),
                    unreadable);
        }
    }
}
