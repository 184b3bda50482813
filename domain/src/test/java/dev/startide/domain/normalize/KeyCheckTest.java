package dev.startide.domain.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.startide.warehouse.star.KeyForm;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCheckTest {

    /// Far beyond what bounded steps take, and far below what unbounded ones would.
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource({"c17, true", "c, false", "xc17, false", "c17x, false"})
    void acceptsWhatFitsAsAWhole(String key, boolean expected) {
        // When
        boolean accepted = accepts("c[0-9]+", key);

        // Then
        assertThat(accepted).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(a|a?)+$", "(.*a){20}$", "([a-z]+)*[0-9]"})
    void givesUpWhereAPatternWouldTakeForEver(String pattern) {
        // When
        boolean accepted = assertTimeoutPreemptively(LIMIT, () -> accepts(pattern, "a".repeat(100) + "!"));

        // Then
        assertThat(accepted).isFalse();
    }

    @Test
    void acceptsALongKeyThatFits() {
        // When
        boolean accepted = accepts("(a|b)+", "ab".repeat(BoundedText.LONGEST / 2));

        // Then
        assertThat(accepted).isTrue();
    }

    @Test
    void acceptsNoKeyThatWouldTakeTooMuchOfTheStack() {
        // When
        boolean accepted = accepts("(a|b)+", "a".repeat(1_000_000));

        // Then
        assertThat(accepted).isFalse();
    }

    private static boolean accepts(String pattern, String key) {
        return KeyCheck.of(new KeyForm.Matching(pattern)).accepts(Key.of(key));
    }
}
