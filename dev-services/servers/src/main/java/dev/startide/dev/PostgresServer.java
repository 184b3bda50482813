package dev.startide.dev;

import dev.startide.dev.broker.DirectoryLock;
import dev.startide.dev.broker.RememberedPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// A PostgreSQL with the durability of production on a data directory.
///
/// It listens on the loopback interface, with a password that is made with the directory and kept in it. It stops when
/// it is closed, when the JVM ends, and, where the JVM is killed, a moment later. Data survive all of these. Safe for
/// use by many threads.
public final class PostgresServer implements AutoCloseable {

    /// A predecessor that is just closing needs about this long.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PostgresCluster cluster;
    private final DirectoryLock lock;
    private final int port;
    private final String password;
    private Process guard;
    private final Thread hook = new Thread(this::stop, "postgres-stop");
    private boolean stopped;

    private PostgresServer(PostgresCluster cluster, DirectoryLock lock, int port) throws IOException {
        this.cluster = cluster;
        this.lock = lock;
        this.port = port;
        this.password = cluster.password();
        this.guard = guard(cluster);
    }

    /// Starts the server, creating its data where there are none, and returns when it takes connections.
    ///
    /// A server that was left behind on the directory by a killed JVM is stopped first.
    ///
    /// @param dataDirectory belongs to this server alone
    /// @param port where to listen; `0` for the port of the last start, or any free one
    /// @throws DevServerException when it cannot be started, saying why and what to do
    public static PostgresServer start(Path dataDirectory, int port) {
        Path directory = DataDirectory.prepare(dataDirectory);
        DirectoryLock lock = DataDirectory.lock(directory, PATIENCE);
        boolean started = false;
        try {
            PostgresServer server = start(new PostgresCluster(PostgresBinaries.unpacked(), directory), lock, port);
            Runtime.getRuntime().addShutdownHook(server.hook);
            started = true;
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL could not be started on " + directory, failure);
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    private static PostgresServer start(PostgresCluster cluster, DirectoryLock lock, int wanted) throws IOException {
        cluster.initialize();
        cluster.stop();
        int port = wanted == 0 ? RememberedPorts.of(cluster.directory()).preferred("postgres") : wanted;
        cluster.start(port);
        return new PostgresServer(cluster, lock, port);
    }

    /// The directory that belongs to it, below which all of its processes work.
    public Path directory() {
        return cluster.directory();
    }

    /// Waits for the end of this JVM, which closes the other side of its standard input, and then stops the server. It
    /// ignores the signals of a terminal, which are meant for the JVM.
    private static Process guard(PostgresCluster cluster) throws IOException {
        long postmaster = cluster.postmaster()
                .orElseThrow(() -> new IOException("PostgreSQL stopped as soon as it had started"))
                .pid();
        return new ProcessBuilder(
                        "sh", "-c", "trap '' INT HUP; read -r end; kill -INT \"$0\"", Long.toString(postmaster))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// The port it listens on, at 127.0.0.1.
    public int port() {
        return port;
    }

    /// The URL of one of its databases, without user and password.
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /// The name of its superuser.
    public String user() {
        return PostgresCluster.USER;
    }

    /// The password of its superuser.
    public String password() {
        return password;
    }

    /// Connections to one of its databases; each call of the source opens a new one.
    public DataSource dataSource(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(database));
        source.setUser(user());
        source.setPassword(password);
        return source;
    }

    /// Creates an empty database, unless one of that name exists.
    public void createDatabase(String name) {
        try (Connection connection = dataSource("postgres").getConnection()) {
            if (!exists(connection, name)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
                }
            }
        } catch (SQLException failure) {
            throw new DevServerException(
                    "Database %s could not be created: %s".formatted(name, failure.getMessage()),
                    "See " + cluster.log(),
                    failure);
        }
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            return query.executeQuery().next();
        }
    }

    /// Ends the server and starts it again at the same address, as an operator or an accident would. Returns when it
    /// takes connections.
    public synchronized void restart(StopMode how) {
        end(how);
        begin();
    }

    /// Ends the server, so that nobody can connect until it begins again.
    public synchronized void end(StopMode how) {
        try {
            cluster.stop(how);
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL could not be stopped", failure);
        }
    }

    /// Starts the server again after [#end]. Returns when it takes connections.
    public synchronized void begin() {
        try {
            cluster.start(port);
            guard.destroyForcibly();
            guard = guard(cluster);
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL could not be started again", failure);
        }
    }

    /// Stops the server; its data stay. Closing twice is the same as closing once.
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            assert stopped;
        }
    }

    private synchronized void stop() {
        if (stopped) {
            return;
        }
        try {
            cluster.stop();
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL could not be stopped", failure);
        } finally {
            stopped = true;
            guard.destroyForcibly();
            lock.close();
        }
    }
}
