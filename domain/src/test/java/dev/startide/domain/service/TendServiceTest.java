package dev.startide.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.port.outbound.IdMemory;
import dev.startide.domain.port.outbound.LogVolumes;
import dev.startide.domain.retention.LogVolume;
import dev.startide.domain.retention.LogVolume.Debt;
import dev.startide.domain.retention.Retention;
import dev.startide.domain.retention.Retention.Quarantined;
import dev.startide.domain.retention.TendingStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TendServiceTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Retention A_DAY = new Retention(DAY, 0, 1_000, Quarantined.KEPT);

    private static final IdMemory SEVEN_OVER = new IdMemory() {
        @Override
        public long forget() {
            return 7;
        }

        @Override
        public long count() {
            return 100;
        }
    };

    private final Shelf shelf = new Shelf();

    @Test
    void doesNothingWhileNothingIsDue() {
        // Given
        shelf.volumes.add(new LogVolume(1, Duration.ZERO, Duration.ZERO, 5, Set.of()));

        // When
        TendingStep step = new TendService(shelf, SEVEN_OVER, A_DAY).tend();

        // Then
        assertThat(step).isEqualTo(new TendingStep(Set.of(), Set.of(), Set.of(), 7));
    }

    @Test
    void beginsAVolumeAndLetsTheOldestGo() {
        // Given
        shelf.volumes.add(new LogVolume(4, DAY.multipliedBy(2), DAY, 5, Set.of()));
        shelf.volumes.add(new LogVolume(5, DAY, Duration.ZERO, 5, Set.of()));

        // When
        TendingStep step = new TendService(shelf, SEVEN_OVER, A_DAY).tend();

        // Then
        assertThat(step).isEqualTo(new TendingStep(Set.of(6), Set.of(4), Set.of(), 7));
        assertThat(shelf.volumes).extracting(LogVolume::number).containsExactly(5, 6);
    }

    @Test
    void saysWhyTheOldestHasToStay() {
        // Given
        shelf.volumes.add(new LogVolume(4, DAY.multipliedBy(2), DAY, 5, Set.of(Debt.UNLOADED)));
        shelf.volumes.add(new LogVolume(5, Duration.ZERO, Duration.ZERO, 5, Set.of()));

        // When
        TendingStep step = new TendService(shelf, SEVEN_OVER, A_DAY).tend();

        // Then
        assertThat(step).isEqualTo(new TendingStep(Set.of(), Set.of(), Set.of(Debt.UNLOADED), 7));
        assertThat(shelf.volumes).hasSize(2);
    }

    /// Volumes in a list.
    private static final class Shelf implements LogVolumes {

        private final List<LogVolume> volumes = new ArrayList<>();

        @Override
        public List<LogVolume> all() {
            return List.copyOf(volumes);
        }

        @Override
        public boolean begin(int after) {
            return volumes.add(new LogVolume(after + 1, Duration.ZERO, Duration.ZERO, 0, Set.of()));
        }

        @Override
        public boolean release(int number, Retention retention) {
            return volumes.removeIf(volume -> volume.number() == number);
        }
    }
}
