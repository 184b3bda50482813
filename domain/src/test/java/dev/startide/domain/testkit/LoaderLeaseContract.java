package dev.startide.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.LoaderLease.Purpose;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every lease promises. An adapter proves itself by extending this class and supplying a
/// lease that nobody holds.
public abstract class LoaderLeaseContract {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration MOMENT = Duration.ofMillis(20);

    private LoaderLease lease;

    /// A lease that nobody holds. Called once before each test.
    protected abstract LoaderLease freeLease();

    @BeforeEach
    final void startFree() {
        lease = freeLease();
    }

    @Test
    final void goesToTheFirstWhoAsks() {
        // When
        OptionalLong epoch = lease.acquire("a", LONG);

        // Then
        assertThat(epoch).isPresent();
        assertThat(epoch.orElseThrow()).isPositive();
    }

    @Test
    final void isRefusedWhileAnotherHoldsIt() {
        // Given
        acquired("a", LONG);

        // When
        OptionalLong epoch = lease.acquire("b", LONG);

        // Then
        assertThat(epoch).isEmpty();
    }

    @Test
    final void keepsItsEpochWhileItsHolderProlongsIt() {
        // Given
        long first = acquired("a", LONG);

        // When
        OptionalLong again = lease.acquire("a", LONG);

        // Then
        assertThat(again).hasValue(first);
    }

    @Test
    final void isThereForOthersOnceItIsGivenUp() {
        // Given
        long first = acquired("a", LONG);
        lease.release("a");

        // When
        OptionalLong next = lease.acquire("b", LONG);

        // Then
        assertThat(next.orElseThrow()).isGreaterThan(first);
    }

    @Test
    final void hasAnotherEpochAfterItWasGivenUp() {
        // Given
        long first = acquired("a", LONG);
        lease.release("a");

        // When
        OptionalLong again = lease.acquire("a", LONG);

        // Then
        assertThat(again.orElseThrow()).isGreaterThan(first);
    }

    @Test
    final void isNotGivenUpByOneWhoDoesNotHoldIt() {
        // Given
        long epoch = acquired("a", LONG);

        // When
        lease.release("b");

        // Then
        assertThat(lease.acquire("b", LONG)).isEmpty();
        assertThat(lease.acquire("a", LONG)).hasValue(epoch);
    }

    @Test
    final void isNotGivenUpByOneWhoHasLostIt() {
        // Given
        acquired("a", LONG);
        lease.release("a");
        long epoch = acquired("b", LONG);

        // When
        lease.release("a");

        // Then
        assertThat(lease.acquire("a", LONG)).isEmpty();
        assertThat(lease.acquire("b", LONG)).hasValue(epoch);
    }

    @Test
    final void runsOut() {
        // Given
        long first = acquired("a", MOMENT);

        // When
        Await.until("the lease has run out", () -> lease.acquire("b", LONG).isPresent());

        // Then
        assertThat(lease.acquire("a", LONG)).isEmpty();
        assertThat(lease.acquire("b", LONG).orElseThrow()).isGreaterThan(first);
    }

    @Test
    final void isProlongedFromNowOn() {
        // Given
        long epoch = acquired("a", LONG);
        acquired("a", MOMENT);

        // When
        Await.until("the lease has run out", () -> lease.acquire("b", LONG).isPresent());

        // Then
        assertThat(lease.acquire("b", LONG).orElseThrow()).isGreaterThan(epoch);
    }

    @Test
    final void isTakenFromWhoeverHasIt() {
        // Given
        long first = acquired("a", LONG);

        // When
        long next = lease.takeOver("b", LONG, Purpose.ROWS);

        // Then
        assertThat(next).isGreaterThan(first);
        assertThat(lease.acquire("a", LONG)).isEmpty();
        assertThat(lease.acquire("b", LONG)).hasValue(next);
    }

    @Test
    final void isKeptWhenItsHolderTakesItOver() {
        // Given
        long first = acquired("a", LONG);

        // When
        long again = lease.takeOver("a", LONG, Purpose.TABLES);

        // Then
        assertThat(again).isEqualTo(first);
    }

    private long acquired(String holder, Duration time) {
        return lease.acquire(holder, time).orElseThrow();
    }
}
