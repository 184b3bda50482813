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
    void waitsAnythingFromNothingToTheBound() {
        // Given
        Stream.generate(backoff::next)
                .limit(20)
                .forEach(wait -> assertThat(wait).isPositive());

        // When
        List<Duration> waits = Stream.generate(backoff::next).limit(200).toList();

        // Then
        Duration tenth = MOST.dividedBy(10);
        assertThat(waits)
                .anySatisfy(wait -> assertThat(wait).isLessThan(tenth))
                .anySatisfy(wait -> assertThat(wait).isGreaterThan(MOST.minus(tenth)));
        long below = waits.stream()
                .filter(wait -> wait.compareTo(MOST.dividedBy(2)) < 0)
                .count();
        assertThat(below).as("as many short waits as long ones, about").isBetween(70L, 130L);
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
