package dev.startide.adapter.outbound.postgres.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.Cursors;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatabaseIT {

    /// Nothing listens there.
    private static final Map<String, Object> NOWHERE = Map.of(
            "startide.database.url", "jdbc:postgresql://127.0.0.1:1/none",
            "startide.database.acquire-timeout", "500ms");

    @Test
    void saysWhereAServerIsMissing() {
        // Given
        try (PostgresStorage storage = PostgresStorage.fresh(NOWHERE)) {
            Cursors cursors = storage.port(Cursors.class);

            // When
            var failure = assertThatExceptionOfType(StartideException.class).isThrownBy(cursors::positions);

            // Then
            failure.returns(FailureCode.DATABASE_UNAVAILABLE, StartideException::code)
                    .withMessageContaining("127.0.0.1:1");
        }
    }

    @Test
    void saysWhichSettingsToCheckIfThePasswordIsWrong() {
        // Given
        try (PostgresStorage storage = PostgresStorage.fresh(
                Map.of("startide.database.user", "nobody_of_that_name", "startide.database.acquire-timeout", "2s"))) {
            Cursors cursors = storage.port(Cursors.class);

            // When
            var failure = assertThatExceptionOfType(StartideException.class).isThrownBy(cursors::positions);

            // Then
            failure.returns(FailureCode.SETTING_INVALID, StartideException::code)
                    .withMessageContaining("startide.database.url, user and password");
        }
    }

    @Test
    void makesOurTablesOnceHoweverManyProcessesStart() throws InterruptedException {
        // Given
        try (PostgresStorage first = PostgresStorage.fresh();
                PostgresStorage second = first.beside();
                var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> starts = Stream.of(first, second, first, second)
                    .<Callable<Boolean>>map(process -> () -> {
                        process.port(Database.class).ensureOwnTables();
                        return true;
                    })
                    .toList();

            // When
            var started = threads.invokeAll(starts);

            // Then
            assertThat(started).allSatisfy(start -> assertThat(start.get()).isTrue());
            assertThat(first.query("select version from startide.schema_history where version is not null"))
                    .contains("1")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void refusesAServerThatDoesNotWaitForTheDisk() {
        // Given
        try (PostgresStorage storage = PostgresStorage.fresh()) {
            storage.execute("""
                    do $$ begin
                      execute format('alter database %I set synchronous_commit = off', current_database());
                    end $$
                    """);
            Database database = storage.port(Database.class);

            // When
            var failure = assertThatExceptionOfType(StartideException.class).isThrownBy(database::ensureOwnTables);

            // Then
            failure.returns(FailureCode.DATABASE_UNFIT, StartideException::code)
                    .withMessageContaining("synchronous_commit");
        }
    }

    @Test
    void doesNotLetAProcessWaitForEverForAConnection() {
        // Given
        Map<String, Object> narrow =
                Map.of("startide.database.ingest-connections", "1", "startide.database.acquire-timeout", "300ms");
        try (PostgresStorage storage = PostgresStorage.fresh(narrow)) {
            Database database = storage.port(Database.class);
            database.ensureOwnTables();

            // When
            var failure = assertThatExceptionOfType(StartideException.class)
                    .isThrownBy(() -> database.directly(Pool.INGEST, "hold", _ -> one(database)));

            // Then
            failure.returns(FailureCode.DATABASE_UNAVAILABLE, StartideException::code);
        }
    }

    @Test
    void leavesTheOutcomeOpenIfTheServerEndsTheSession() {
        // Given
        try (PostgresStorage storage = PostgresStorage.fresh()) {
            Database database = storage.port(Database.class);
            database.ensureOwnTables();

            // When
            var failure = assertThatExceptionOfType(StartideException.class)
                    .isThrownBy(() -> database.inTransaction(Pool.LOAD, "write", connection -> {
                        storage.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where application_name = 'startide-load' and datname = current_database()");
                        return connection.createStatement().execute("select 1");
                    }));

            // Then
            failure.returns(FailureCode.DATABASE_UNAVAILABLE, StartideException::code);
            assertThat(one(database)).isEqualTo(1);
        }
    }

    @Test
    void tellsAStatementThatTakesTooLongFromAServerThatIsAway() {
        // Given
        try (PostgresStorage storage = PostgresStorage.fresh(Map.of("startide.database.statement-timeout", "200ms"))) {
            Database database = storage.port(Database.class);

            // When
            var failure = assertThatExceptionOfType(StartideException.class)
                    .isThrownBy(() -> database.directly(
                            Pool.LOAD,
                            "sleep",
                            connection -> connection.createStatement().execute("select pg_sleep(60)")));

            // Then
            failure.returns(FailureCode.DATABASE_TIMEOUT, StartideException::code)
                    .withMessageContaining("startide.database.statement-timeout");
        }
    }

    @Test
    void letsALoadWaitForALockForAWhileOnly() {
        // Given
        try (PostgresStorage storage = PostgresStorage.fresh(Map.of("startide.database.load-lock-timeout", "200ms"))) {
            Database database = storage.port(Database.class);
            database.ensureOwnTables();

            // When
            var failure = assertThatExceptionOfType(StartideException.class)
                    .isThrownBy(() -> database.inTransaction(Pool.CONTROL, "lock", held -> {
                        held.createStatement().execute("lock table startide.lane");
                        return database.directly(
                                Pool.LOAD,
                                "read",
                                connection -> connection.createStatement().execute("select 1 from startide.lane"));
                    }));

            // Then
            failure.returns(FailureCode.DATABASE_CONFLICT, StartideException::code);
        }
    }

    private static int one(Database database) {
        return database.directly(Pool.INGEST, "count", connection -> {
            try (ResultSet row = connection.createStatement().executeQuery("select 1")) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    @Test
    void keepsPoolsApart() {
        // Given
        try (PostgresStorage storage = PostgresStorage.fresh()) {
            Database database = storage.port(Database.class);

            // When
            List<String> names = Stream.of(Pool.values())
                    .map(pool -> database.directly(pool, "ask", connection -> {
                        try (ResultSet row = connection.createStatement().executeQuery("show application_name")) {
                            row.next();
                            return row.getString(1);
                        }
                    }))
                    .toList();

            // Then
            assertThat(names).containsExactly("startide-ingest", "startide-load", "startide-control", "startide-life");
        }
    }
}
