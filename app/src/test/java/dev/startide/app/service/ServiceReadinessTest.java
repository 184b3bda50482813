package dev.startide.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.wiring.DescribedSetting;
import dev.startide.app.wiring.DescribedSettings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServiceReadinessTest {

    private static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    @Test
    void isContentWhileStepsEnd() {
        // When
        String said = ServiceReadiness.describe(new Phase.Loading(NOON), NOON.plusSeconds(44), PATIENCE);

        // Then
        assertThat(said).isEqualTo("ok");
    }

    @Test
    void saysThatTheLoadStalls() {
        // When
        String loading = ServiceReadiness.describe(new Phase.Loading(NOON), NOON.plusSeconds(45), PATIENCE);
        String standingBy = ServiceReadiness.describe(new Phase.StandingBy(NOON), NOON.plusSeconds(45), PATIENCE);

        // Then
        assertThat(loading).isEqualTo("No batch has ended since " + NOON);
        assertThat(standingBy).isEqualTo("The load has not been asked for since " + NOON);
    }

    @Test
    void saysWhatIsInTheWayOnceItHasGoneOnForAWhile() {
        // Given
        Phase.Retrying retrying = new Phase.Retrying(NOON, "A lock does not come free.");

        // When
        String soon = ServiceReadiness.describe(retrying, NOON.plusSeconds(44), PATIENCE);
        String later = ServiceReadiness.describe(retrying, NOON.plusSeconds(45), PATIENCE);

        // Then
        assertThat(soon).isEqualTo("ok");
        assertThat(later).isEqualTo("A lock does not come free.");
    }

    @Test
    void saysAtOnceWhatIsWaitedFor() {
        // When
        String said = ServiceReadiness.describe(new Phase.Paused(NOON, "The disk is full."), NOON, PATIENCE);

        // Then
        assertThat(said).isEqualTo("The disk is full.");
    }

    @Test
    void showsAStallWithinAMinuteUnlessItIsToldOtherwise() {
        // When
        String usual = DescribedSettings.all().stream()
                .filter(setting -> setting.name().equals("startide.service.stall-after"))
                .map(DescribedSetting::defaultValue)
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(Duration.parse("PT" + usual)).isLessThan(Duration.ofMinutes(1));
    }
}
