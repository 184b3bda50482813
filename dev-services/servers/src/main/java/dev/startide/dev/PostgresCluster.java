package dev.startide.dev;

import dev.startide.dev.broker.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// PostgreSQL's files in a data directory, and the programs that work on them. Used by one thread, by the holder of the
/// directory's lock.
///
/// @param binaries the programs
/// @param directory holds the cluster, its password and its log
record PostgresCluster(PostgresBinaries binaries, Path directory) {

    static final String USER = "startide";

    private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);

    /// Long enough to replay the log after a kill on a busy machine.
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final Duration SLACK = Duration.ofSeconds(10);
    private static final int PASSWORD_BYTES = 16;

    /// Given on the command line, where nothing in a file can override them: acknowledged means durable here as in
    /// production. The log shows no statements and no details, because both may hold the data of events.
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "200"),
            Map.entry("shared_buffers", "128MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_error_verbosity", "terse"));

    Path data() {
        return directory.resolve("data");
    }

    Path log() {
        return directory.resolve("postgres.log");
    }

    /// Creates the cluster where there is none. A creation that was killed leaves nothing that counts.
    void initialize() throws IOException {
        if (Files.exists(data())) {
            requireSameMajorVersion();
            return;
        }
        Path aside = directory.resolve("data.new");
        Directories.delete(aside);
        Files.deleteIfExists(passwordFile());
        Files.createFile(
                passwordFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        byte[] secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        Files.writeString(passwordFile(), HexFormat.of().formatHex(secret));
        Command.Result result = run(
                INITDB_LIMIT,
                binaries.line(
                        "initdb",
                        "--pgdata=" + aside,
                        "--username=" + USER,
                        "--pwfile=" + passwordFile(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        if (!result.succeeded()) {
            throw new DevServerException(
                    "PostgreSQL could not create %s: %s".formatted(data(), result.text()),
                    "Check the rights and the space of that directory");
        }
        Files.move(aside, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    String password() throws IOException {
        if (Files.notExists(passwordFile())) {
            throw new DevServerException(
                    "%s has lost its password file %s"
                            .formatted(directory, passwordFile().getFileName()),
                    "Put it back, or start over with an empty data directory");
        }
        return Files.readString(passwordFile()).strip();
    }

    /// Starts the server and returns when it takes connections.
    void start(int port) throws IOException {
        DataDirectory.rotate(log());
        long known = Files.exists(log()) ? Files.size(log()) : 0;
        List<String> options = new ArrayList<>(List.of("-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> options.add("-c " + name + "=" + value));
        Command.Result result = run(
                START_LIMIT.plus(SLACK),
                binaries.line(
                        "pg_ctl",
                        "start",
                        "--pgdata=" + data(),
                        "--wait",
                        "--timeout=" + START_LIMIT.toSeconds(),
                        "--log=" + log(),
                        "--options=" + String.join(" ", options)));
        if (!result.succeeded()) {
            throw whyNotStarted(
                    port, Files.exists(log()) && Files.size(log()) > known ? DataDirectory.tail(log()) : result.text());
        }
    }

    /// Stops the server whose process is named in the directory, if it still runs. Clients are disconnected, their open
    /// transactions rolled back. Stopping what does not run does nothing.
    void stop() throws IOException {
        stop(StopMode.FAST);
    }

    /// Stops the server as told, and by force if that does not help.
    void stop(StopMode how) throws IOException {
        Optional<ProcessHandle> postmaster = postmaster();
        if (postmaster.isEmpty()) {
            return;
        }
        if (how == StopMode.KILL) {
            kill(postmaster.get());
            return;
        }
        for (StopMode mode : how == StopMode.FAST ? List.of(how, StopMode.IMMEDIATE) : List.of(how)) {
            Command.Result result = run(
                    STOP_LIMIT.plus(SLACK),
                    binaries.line(
                            "pg_ctl",
                            "stop",
                            "--pgdata=" + data(),
                            "--wait",
                            "--mode=" + mode.name().toLowerCase(Locale.ROOT),
                            "--timeout=" + STOP_LIMIT.toSeconds()));
            if (result.succeeded() || !postmaster.get().isAlive()) {
                return;
            }
        }
        throw new DevServerException(
                "PostgreSQL, process %d, does not stop"
                        .formatted(postmaster.get().pid()),
                "See " + log() + " and stop the process by hand");
    }

    /// Kills all processes of the server. None of them may be left when it is started again.
    private static void kill(ProcessHandle postmaster) {
        List<ProcessHandle> processes =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit()
                .orTimeout(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join());
    }

    /// The running server of this directory. A process of another program that has since been given the same number is
    /// not taken for it.
    Optional<ProcessHandle> postmaster() throws IOException {
        Path file = data().resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d+"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(process -> process.info()
                        .command()
                        .map(command -> command.endsWith("/postgres"))
                        .orElse(true));
    }

    private void requireSameMajorVersion() throws IOException {
        Path file = data().resolve("PG_VERSION");
        String found = Files.exists(file) ? Files.readString(file).strip() : "an unknown version";
        String ours = majorVersion();
        if (!found.equals(ours)) {
            throw new DevServerException(
                    "%s holds data of PostgreSQL %s, but this is PostgreSQL %s".formatted(data(), found, ours),
                    "Choose another data directory, or dump the data with version %s and load them into a new one"
                            .formatted(found));
        }
    }

    private String majorVersion() {
        String text = run(SLACK, binaries.line("postgres", "--version")).text();
        return text.replaceFirst(".*\\(PostgreSQL\\) (\\d+).*", "$1");
    }

    private DevServerException whyNotStarted(int port, String report) {
        if (report.contains("Address already in use")) {
            return new DevServerException(
                    "Port %d, which PostgreSQL is to listen on, is taken".formatted(port),
                    "Stop the program that listens there, or choose another port");
        }
        if (report.contains("No space left on device")) {
            return new DevServerException("PostgreSQL has no space left in " + directory, "Free some space there");
        }
        return new DevServerException("PostgreSQL did not start: " + report, "The whole log is in " + log());
    }

    private Path passwordFile() {
        return directory.resolve("password");
    }

    private Command.Result run(Duration limit, List<String> line) {
        return new Command(line, directory.resolve("command.log")).run(limit);
    }
}
