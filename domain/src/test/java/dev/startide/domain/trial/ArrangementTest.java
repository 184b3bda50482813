package dev.startide.domain.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrangementTest {

    @Test
    void givesThemOneByOne() {
        // When
        List<List<Integer>> batches = Arrangement.GIVEN.batches(3, 1);

        // Then
        assertThat(batches).containsExactly(List.of(0), List.of(1), List.of(2));
    }

    @Test
    void givesTheLastOneFirst() {
        // When
        List<List<Integer>> batches = Arrangement.REVERSED.batches(3, 1);

        // Then
        assertThat(batches).containsExactly(List.of(2), List.of(1), List.of(0));
    }

    @Test
    void givesAllOfThemTwiceAtOnce() {
        // When
        List<List<Integer>> batches = Arrangement.DOUBLED.batches(2, 1);

        // Then
        assertThat(batches).containsExactly(List.of(0, 1, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4711})
    void shufflesAsTheSeedSays(long seed) {
        // When
        List<List<Integer>> batches = Arrangement.SHUFFLED.batches(9, seed);

        // Then
        assertThat(batches).isEqualTo(Arrangement.SHUFFLED.batches(9, seed));
        assertThat(batches.stream().flatMap(List::stream)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void hasNoBatchesWithoutEvents() {
        // When
        List<List<Integer>> batches = Arrangement.DOUBLED.batches(0, 1);

        // Then
        assertThat(batches).isEmpty();
    }
}
