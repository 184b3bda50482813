package dev.startide.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration MOST = Duration.ofSeconds(10);

    private final Backoff backoff = new Backoff(FIRST, MOST, new Random(7));

    @Test
    void neverWaitsLongerThanTheCapHoweverOftenItFails() {
        // When
        List<Duration> waits = Stream.generate(backoff::next).limit(200).toList();

        // Then
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isPositive().isLessThanOrEqualTo(MOST.plusMillis(1)));
        assertThat(waits).anySatisfy(wait -> assertThat(wait).isGreaterThan(Duration.ofSeconds(5)));
    }

    @Test
    void startsOverAfterSuccess() {
        // Given
        Stream.generate(backoff::next)
                .limit(50)
                .forEach(wait -> assertThat(wait).isPositive());
        backoff.reset();

        // When
        Duration wait = backoff.next();

        // Then
        assertThat(wait).isLessThanOrEqualTo(FIRST.plusMillis(1));
    }
}
