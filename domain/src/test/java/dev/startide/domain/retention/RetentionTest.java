package dev.startide.domain.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.retention.LogVolume.Debt;
import dev.startide.domain.retention.Retention.Quarantined;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Duration FOR_EVER = Duration.ZERO;
    private static final Duration DAYS = Duration.ofDays(20);
    private static final long LARGE = 1_000;

    @Test
    void letsNothingGoUnlessItIsTold() {
        // Given
        Retention nothing = new Retention(FOR_EVER, 0, LARGE, Quarantined.RELEASED);

        // When
        var outlived = nothing.outlived(List.of(closed(1, Duration.ofDays(9_999), LARGE), last(2, 10)));

        // Then
        assertThat(outlived).isEmpty();
    }

    @Test
    void letsAVolumeGoWhenItsLastEventIsTooOld() {
        // Given
        Retention days = new Retention(DAYS, 0, LARGE, Quarantined.KEPT);

        // When
        var young = days.outlived(List.of(closed(1, DAYS.minusSeconds(1), 10), last(2, 10)));
        var old = days.outlived(List.of(closed(1, DAYS, 10), last(2, 10)));

        // Then
        assertThat(young).isEmpty();
        assertThat(old).map(LogVolume::number).contains(1);
    }

    @Test
    void letsAVolumeGoWhenThereAreEnoughBytesWithoutIt() {
        // Given
        Retention bytes = new Retention(FOR_EVER, 300, LARGE, Quarantined.KEPT);

        // When
        var needed = bytes.outlived(List.of(closed(1, DAYS, 50), closed(2, DAYS, 150), last(3, 149)));
        var spare = bytes.outlived(List.of(closed(1, DAYS, 50), closed(2, DAYS, 150), last(3, 150)));

        // Then
        assertThat(needed).isEmpty();
        assertThat(spare).map(LogVolume::number).contains(1);
    }

    @Test
    void neverLetsTheLastVolumeGo() {
        // Given
        Retention all = new Retention(DAYS, 1, LARGE, Quarantined.RELEASED);

        // When
        var outlived = all.outlived(List.of(last(7, LARGE)));

        // Then
        assertThat(outlived).isEmpty();
    }

    @Test
    void beginsTheNextVolumeInTime() {
        // Given
        Retention days = new Retention(DAYS, 0, LARGE, Quarantined.KEPT);

        // When
        boolean early = days.isFull(new LogVolume(1, Duration.ofHours(23), Duration.ZERO, 10, Set.of()));
        boolean late = days.isFull(new LogVolume(1, Duration.ofHours(24), Duration.ZERO, 10, Set.of()));

        // Then
        assertThat(early).isFalse();
        assertThat(late).isTrue();
    }

    @Test
    void beginsTheNextVolumeWhenOneIsLarge() {
        // When
        boolean withoutLimit = new Retention(FOR_EVER, 0, LARGE, Quarantined.KEPT).isFull(last(1, LARGE - 1));
        boolean withLimit = new Retention(FOR_EVER, 2_000, LARGE, Quarantined.KEPT).isFull(last(1, 100));

        // Then
        assertThat(withoutLimit).isFalse();
        assertThat(withLimit).isTrue();
    }

    @Test
    void isHeldByWhatMayNotGoWithTheOthers() {
        // Given
        Set<Debt> all = Set.of(Debt.values());

        // When
        Set<Debt> keeping = new Retention(DAYS, 0, LARGE, Quarantined.KEPT).holding(all);
        Set<Debt> releasing = new Retention(DAYS, 0, LARGE, Quarantined.RELEASED).holding(all);

        // Then
        assertThat(keeping).isEqualTo(all);
        assertThat(releasing).containsExactlyInAnyOrder(Debt.UNLOADED, Debt.REBUILD);
    }

    private static LogVolume closed(int number, Duration closed, long bytes) {
        return new LogVolume(number, closed.plusDays(1), closed, bytes, Set.of());
    }

    private static LogVolume last(int number, long bytes) {
        return new LogVolume(number, Duration.ofMinutes(5), Duration.ZERO, bytes, Set.of());
    }
}
