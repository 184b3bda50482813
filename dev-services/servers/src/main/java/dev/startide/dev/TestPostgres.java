package dev.startide.dev;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// The PostgreSQL of this test JVM, found or started at its first use.
///
/// In this order: the server named by `STARTIDE_TEST_POSTGRES_URL`, `…_USER` and `…_PASSWORD` (or the system properties
/// `startide.test.postgres.url` and so on), a container where Docker answers, an embedded server in a temporary
/// directory. All of them are durable: `fsync` and `synchronous_commit` are on. Safe for use by many threads.
public final class TestPostgres {

    private static final String IMAGE = "postgres:18";

    /// To be dropped from a server that outlives the tests.
    private static final Queue<String> CREATED = new ConcurrentLinkedQueue<>();

    private static @Nullable TestDatabase maintenance;

    private TestPostgres() {}

    /// A new, empty database with a name of its own. It is gone after the end of the JVM.
    public static TestDatabase freshDatabase() {
        TestDatabase server = maintenance();
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute(server, "CREATE DATABASE " + name);
        CREATED.add(name);
        return new TestDatabase(urlOf(server, name), server.user(), server.password());
    }

    private static synchronized TestDatabase maintenance() {
        if (maintenance == null) {
            maintenance = resolve();
        }
        return maintenance;
    }

    private static TestDatabase resolve() {
        if (TestSetting.find("startide.test.postgres.url").isPresent()) {
            return named();
        }
        return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
    }

    private static TestDatabase named() {
        TestDatabase server = new TestDatabase(
                TestSetting.require("startide.test.postgres.url"),
                TestSetting.require("startide.test.postgres.user"),
                TestSetting.require("startide.test.postgres.password"));
        atExit(() -> CREATED.forEach(name -> execute(server, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)")));
        return server;
    }

    /// The container's default would be `fsync=off`. It is removed by Testcontainers after the end of the JVM.
    @SuppressWarnings("resource")
    private static TestDatabase container() {
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE)
                .withEnv("POSTGRES_INITDB_ARGS", "--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8")
                .withCommand("postgres", "-c", "fsync=on", "-c", "max_connections=200", "-c", "timezone=UTC");
        container.start();
        return new TestDatabase(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    private static TestDatabase embedded() {
        Path directory = DataDirectory.temporary("startide-postgres-");
        PostgresServer server = PostgresServer.start(directory, 0);
        atExit(() -> {
            server.close();
            DataDirectory.discard(directory);
        });
        return new TestDatabase(server.jdbcUrl("postgres"), server.user(), server.password());
    }

    private static void atExit(Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(action, "test-postgres-stop"));
    }

    private static String urlOf(TestDatabase server, String database) {
        return server.jdbcUrl().replaceFirst("^(jdbc:postgresql://[^/]+/)[^?]*", "$1" + database);
    }

    private static void execute(TestDatabase server, String sql) {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new DevServerException(
                    "The test server %s refused a statement: %s".formatted(server, failure.getMessage()),
                    "Its user must be allowed to create databases",
                    failure);
        }
    }
}
