package dev.startide.app.failpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.failpoint.Trap;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlyTrapTest {

    @Test
    void isNotThereUnlessItIsAskedFor() {
        // When
        Trap trap = Trap.ifWanted();

        // Then
        assertThat(trap).isNull();
    }

    @Test
    void springsOnceAndAtTheTimeItWasSetFor() {
        // Given
        DeadlyTrap trap = new DeadlyTrap("load.decided=kill@3");

        // When
        List<Boolean> sprung = Stream.generate(() -> trap.isSprungBy(FailPoint.BATCH_DECIDED))
                .limit(5)
                .toList();

        // Then
        assertThat(sprung).containsExactly(false, false, true, false, false);
    }

    @Test
    void paysNoHeedToOtherPoints() {
        // Given
        DeadlyTrap trap = new DeadlyTrap("load.decided=stop@1");

        // When
        boolean isSprung = trap.isSprungBy(FailPoint.BATCH_LOADED);

        // Then
        assertThat(isSprung).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"load.decided", "load.decided=kill", "load.decided=kill@0", "nowhere=kill@1", ""})
    void refusesWhatCannotBeMeant(String text) {
        // When
        var refusal = assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new DeadlyTrap(text));

        // Then
        refusal.withMessageContaining("load.decided");
    }

    @Test
    void findsEveryPointByAName() {
        // When
        List<FailPoint> found = Arrays.stream(FailPoint.values())
                .map(FailPoint::label)
                .map(FailPoint::named)
                .toList();

        // Then
        assertThat(found).containsExactly(FailPoint.values());
    }
}
