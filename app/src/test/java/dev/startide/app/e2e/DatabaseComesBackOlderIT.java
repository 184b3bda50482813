package dev.startide.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.e2e.NumberedTopic.Had;
import dev.startide.app.instance.Instance;
import dev.startide.dev.TestDatabase;
import dev.startide.dev.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database is replaced by an older copy of itself while the service runs, as after a restore or
/// a fail-over to a standby that lagged.
class DatabaseComesBackOlderIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void readsAgainWhatTheDatabaseNoLongerHas() throws Exception {
        // Given
        TestDatabase server = TestPostgres.freshDatabase();
        TestDatabase database = TestPostgres.freshDatabase();
        try (NumberedTopic topic = new NumberedTopic(folder, 2);
                Instance service = topic.start("service", database)) {
            topic.send(500);
            awaitAll(database, topic, service);
            run(server, nameOf(database), "create database %1$s_copy template %1$s");
            topic.send(500);
            awaitAll(database, topic, service);

            // When
            run(server, nameOf(database), "drop database %1$s", "alter database %1$s_copy rename to %1$s");

            // Then
            awaitAll(database, topic, service);
            assertThat(NumberedTopic.had(database)).isEqualTo(Had.all(1_000));
            topic.send(500);
            awaitAll(database, topic, service);
            assertThat(NumberedTopic.had(database)).isEqualTo(Had.all(1_500));
        }
    }

    /// Runs statements while nobody is connected to the database. The service connects again at
    /// once, so that it is kept out.
    private static void run(TestDatabase server, String name, String... statements) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter database %s allow_connections false".formatted(name));
            statement.execute("select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '%s'"
                    .formatted(name));
            for (String each : List.of(statements)) {
                statement.execute(each.formatted(name));
            }
            statement.execute("alter database %s allow_connections true".formatted(name));
        }
    }

    private static String nameOf(TestDatabase database) {
        return database.jdbcUrl().replaceFirst("^jdbc:postgresql://[^/]+/", "").replaceFirst("\\?.*$", "");
    }

    private static void awaitAll(TestDatabase database, NumberedTopic topic, Instance service) {
        Eventually.holds(
                LIMIT,
                () -> NumberedTopic.had(database).numbers() >= topic.sent(),
                () -> "%d were sent, %s, %s".formatted(topic.sent(), NumberedTopic.had(database), service.said()));
    }
}
