package dev.startide.adapter.outbound.postgres.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.testkit.Await;
import dev.startide.domain.testkit.LoaderLeaseContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresLoaderLeaseIT extends LoaderLeaseContract {

    private static final Duration LONG = Duration.ofHours(1);

    private static final String END_SESSION_OF_HOLDER = """
            select pg_terminate_backend(held.pid)
            from startide.loader_lease as lease
            join pg_locks as held on held.locktype = 'advisory' and (held.classid::bigint << 32) + held.objid::bigint = lease.session
            """;

    private static PostgresStorage storage;
    private PostgresStorage other;

    @BeforeAll
    static void start() {
        storage = PostgresStorage.fresh();
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @BeforeEach
    void startOther() {
        other = storage.beside();
    }

    @AfterEach
    void stopOther() {
        other.close();
    }

    @Override
    protected LoaderLease freeLease() {
        storage.clear();
        return storage.port(LoaderLease.class);
    }

    @Test
    void isRefusedWhileAnotherProcessHoldsItAndLives() {
        freeLease().acquire("a", LONG);

        assertThat(leaseOfOther().acquire("b", LONG)).isEmpty();
    }

    @Test
    void isThereForOthersAsSoonAsTheProcessThatHeldItIsGone() {
        // Given
        long first = leaseOfOther().acquire("a", LONG).orElseThrow();
        other.close();

        // When
        Await.until(
                "the server has noticed",
                () -> storage.port(LoaderLease.class).acquire("b", LONG).isPresent());

        // Then
        assertThat(storage.port(LoaderLease.class).acquire("b", LONG).orElseThrow())
                .isGreaterThan(first);
    }

    @Test
    void isKeptByAProcessWhoseSessionEndedAndWhichIsToldSo() {
        // Given
        LoaderLease lease = freeLease();
        long epoch = lease.acquire("a", LONG).orElseThrow();
        assertThat(storage.query(END_SESSION_OF_HOLDER)).containsExactly("t");

        // When
        Await.until(
                "the server has ended it",
                () -> storage.query(END_SESSION_OF_HOLDER).isEmpty());

        // Then
        assertThatThrownBy(() -> lease.acquire("a", LONG)).isInstanceOf(StartideException.class);
        assertThat(lease.acquire("a", LONG)).hasValue(epoch);
        assertThat(leaseOfOther().acquire("b", LONG)).isEmpty();
    }

    @Test
    void isLostByAProcessWhoseSessionEndedIfAnotherAsksFirst() {
        // Given
        LoaderLease lease = freeLease();
        long epoch = lease.acquire("a", LONG).orElseThrow();
        storage.query(END_SESSION_OF_HOLDER);

        // When
        Await.until(
                "the server has ended it",
                () -> leaseOfOther().acquire("b", LONG).isPresent());

        // Then
        assertThat(leaseOfOther().acquire("b", LONG).orElseThrow()).isGreaterThan(epoch);
        assertThatThrownBy(() -> lease.acquire("a", LONG)).isInstanceOf(StartideException.class);
        assertThat(lease.acquire("a", LONG)).isEmpty();
    }

    @Test
    void isNotTakenWhereNobodyCanTellWhetherItsHolderLives() {
        // Given
        freeLease().acquire("a", LONG);
        storage.execute("update startide.loader_lease set session = 0");

        // When
        assertThat(leaseOfOther().acquire("b", LONG)).isEmpty();
    }

    private LoaderLease leaseOfOther() {
        return other.port(LoaderLease.class);
    }
}
