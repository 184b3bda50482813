package dev.startide.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.pace.BatchBounds;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoadPaceTest {

    private static final long MOST_BEHIND = 1_000_000;

    private final AtomicLong now = new AtomicLong();
    private final AtomicLong behind = new AtomicLong();
    private final LoadPace pace =
            new LoadPace(new BatchBounds(10, 4_000, Duration.ofMillis(100), MOST_BEHIND), now::get, behind::get);

    @Test
    void shrinksWithWhatABatchTakes() {
        // When
        String loaded = pace.measured(1_000, () -> {
            now.addAndGet(Duration.ofMillis(160).toNanos());
            return "loaded";
        });

        // Then
        assertThat(loaded).isEqualTo("loaded");
        assertThat(pace.events()).isEqualTo(625);
    }

    @Test
    void isAQuarterAfterATimeOut() {
        // When
        pace.failed(1_000, StartideException.because(FailureCode.DATABASE_TIMEOUT, "Too slow"));

        // Then
        assertThat(pace.events()).isEqualTo(250);
    }

    @Test
    void isHalfWhenAnotherTransactionWasInTheWay() {
        // When
        pace.failed(1_000, StartideException.because(FailureCode.DATABASE_CONFLICT, "In the way"));

        // Then
        assertThat(pace.events()).isEqualTo(500);
    }

    @Test
    void isHalfWhileAStandbyIsBehind() {
        // Given
        behind.set(MOST_BEHIND + 1);

        // When
        loadQuickly(500);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        loadQuickly(250);

        // Then
        assertThat(pace.events()).isEqualTo(250);
        assertThat(pace.standbyBehind()).isEqualTo(MOST_BEHIND + 1);
    }

    @Test
    void looksAtStandbysOnceInASecond() {
        // Given
        behind.set(MOST_BEHIND + 1);

        // When
        loadQuickly(500);
        loadQuickly(500);

        // Then
        assertThat(pace.events()).isEqualTo(500);
    }

    @Test
    void keepsItsSizeWhileStandbysFollow() {
        // Given
        behind.set(MOST_BEHIND);

        // When
        loadQuickly(500);

        // Then
        assertThat(pace.events()).isEqualTo(1_000);
    }

    @Test
    void shrinksNoFurtherThanTheLeastForAStandby() {
        // Given
        behind.set(Long.MAX_VALUE);

        // When
        for (int second = 0; second < 20; second++) {
            loadQuickly(pace.events());
            now.addAndGet(Duration.ofSeconds(1).toNanos());
        }

        // Then
        assertThat(pace.events()).isEqualTo(10);
    }

    @Test
    void loadsWhereStandbysCannotBeSeen() {
        // Given
        LoadPace blind = new LoadPace(new BatchBounds(10, 4_000, Duration.ofMillis(100), MOST_BEHIND), now::get, () -> {
            throw StartideException.because(FailureCode.DATABASE_UNAVAILABLE, "Not told");
        });

        // When
        int loaded = blind.measured(500, () -> 500);

        // Then
        assertThat(loaded).isEqualTo(500);
        assertThat(blind.events()).isEqualTo(1_000);
        assertThat(blind.standbyBehind()).isZero();
    }

    private void loadQuickly(int events) {
        pace.measured(events, () -> {
            now.addAndGet(Duration.ofMillis(50).toNanos());
            return events;
        });
    }

    @Test
    void learnsNothingFromAServerThatIsAway() {
        // When
        pace.failed(1_000, StartideException.because(FailureCode.DATABASE_UNAVAILABLE, "Away"));

        // Then
        assertThat(pace.events()).isEqualTo(1_000);
    }
}
