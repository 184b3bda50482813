package dev.startide.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.pace.BatchBounds;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoadPaceTest {

    private final AtomicLong now = new AtomicLong();
    private final LoadPace pace = new LoadPace(new BatchBounds(10, 4_000, Duration.ofMillis(100)), now::get);

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
    void learnsNothingFromAServerThatIsAway() {
        // When
        pace.failed(1_000, StartideException.because(FailureCode.DATABASE_UNAVAILABLE, "Away"));

        // Then
        assertThat(pace.events()).isEqualTo(1_000);
    }
}
