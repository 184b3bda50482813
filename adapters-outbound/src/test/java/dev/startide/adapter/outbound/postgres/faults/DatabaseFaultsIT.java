package dev.startide.adapter.outbound.postgres.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.dev.TestDatabase;
import dev.startide.dev.TestPostgres;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.testkit.LongForm;
import dev.startide.domain.testkit.shop.Shop;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever is the matter with the database, the load waits, sets nothing aside, and goes on by
/// itself.
class DatabaseFaultsIT {

    private static final int EVENTS = 40;
    private static final int FEW = 3;

    /// With a patience of 300 milliseconds each, half a minute in the long form.
    private static final int WHILE_LOCKED = LongForm.times(3, 100);

    private TestDatabase server;
    private ShopAtFault shop;

    @BeforeEach
    void start() {
        server = TestPostgres.freshDatabase();
        shop = ShopAtFault.on(server);
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    @Test
    void waitsWhileTheDatabaseIsReadOnly() throws SQLException {
        // Given
        shop.takeIn(EVENTS);
        setReadOnly("on");

        // When
        List<StartideException> failures = attempts(FEW);

        // Then
        setReadOnly("off");
        assertThatItWaited(failures, FailureCode.DATABASE_UNAVAILABLE);
        shop.loadAndCompare();
    }

    @Test
    void waitsForALockOnATableOfTheStar() throws SQLException {
        // Given
        shop.takeIn(EVENTS);
        List<StartideException> failures;

        // When
        try (Connection other = server.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            for (var table : Shop.LAYOUT.schema().tables()) {
                statement.execute("lock table \"%s\".\"%s\" in access exclusive mode"
                        .formatted(table.name().schema(), table.name().name()));
            }
            failures = attempts(WHILE_LOCKED);
            other.rollback();
        }

        // Then
        assertThatItWaited(failures, FailureCode.DATABASE_CONFLICT);
        shop.loadAndCompare();
    }

    @Test
    void waitsWhileOthersHaveAllConnections() throws SQLException {
        // Given
        shop.takeIn(EVENTS);
        List<Connection> others = new ArrayList<>();
        takeAll(others);

        // When
        List<StartideException> failures = attempts(FEW);

        // Then
        for (Connection other : others) {
            other.close();
        }
        assertThatItWaited(failures, FailureCode.DATABASE_EXHAUSTED);
        shop.loadAndCompare();
    }

    private List<StartideException> attempts(int times) {
        List<StartideException> failures = new ArrayList<>();
        for (int attempt = 0; attempt < times; attempt++) {
            StartideException failure =
                    catchThrowableOfType(StartideException.class, shop.run().loader()::loadNext);
            assertThat(failure).as("attempt %d", attempt).isNotNull();
            failures.add(failure);
        }
        return failures;
    }

    private void assertThatItWaited(List<StartideException> failures, FailureCode code) {
        assertThat(failures.getLast().code()).isEqualTo(code);
        assertThat(failures).allMatch(failure -> failure.handling().mayPass());
        assertThat(shop.quarantined()).isZero();
    }

    private void setReadOnly(String how) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            statement.execute("do $$ begin execute format('alter database %%I set default_transaction_read_only = %s',"
                            .formatted(how)
                    + " current_database()); end $$");
        }
        SessionKiller.kill(server);
    }

    /// Takes connections until there are none, those of the loader included.
    private void takeAll(List<Connection> others) throws SQLException {
        SessionKiller.kill(server);
        try {
            while (others.size() < 1_000) {
                others.add(server.dataSource().getConnection());
            }
        } catch (SQLException full) {
            assertThat(full.getSQLState()).isEqualTo("53300");
        }
    }
}
