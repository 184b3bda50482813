package dev.startide.domain.retention;

import dev.startide.domain.retention.LogVolume.Debt;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What is kept of the raw log.
///
/// @param time for how long events are kept at least; zero for ever
/// @param bytes how many bytes are kept at least; zero for any number
/// @param volumeBytes a volume of so many bytes is followed by the next one
/// @param quarantined what happens to events in the quarantine whose time is over
public record Retention(Duration time, long bytes, long volumeBytes, Quarantined quarantined) {

    /// So many volumes make up what is kept, so that it is exceeded by a twentieth at most.
    static final int VOLUMES = 20;

    /// Shorter volumes would only make work.
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /// What happens to events in the quarantine whose time is over.
    public enum Quarantined {
        /// Their volume stays until they are loaded or discarded.
        KEPT,

        /// They go with their volume.
        RELEASED
    }

    /// Whether it is time for the next volume.
    ///
    /// @param last the volume that is being written
    public boolean isFull(LogVolume last) {
        boolean isOld = !time.isZero() && last.written().compareTo(shortOf(time)) >= 0;
        boolean isLarge = last.bytes() >= (bytes == 0 ? volumeBytes : Math.min(volumeBytes, bytes / VOLUMES));
        return isOld || isLarge;
    }

    /// The oldest volume, if its time is over or if there are enough bytes without it.
    ///
    /// @param volumes the oldest first
    public Optional<LogVolume> outlived(List<LogVolume> volumes) {
        if (volumes.size() < 2) {
            return Optional.empty();
        }
        LogVolume oldest = volumes.getFirst();
        long without = volumes.stream().skip(1).mapToLong(LogVolume::bytes).sum();
        boolean isOver = !time.isZero() && oldest.closed().compareTo(time) >= 0;
        boolean isSpare = bytes > 0 && without >= bytes;
        return isOver || isSpare ? Optional.of(oldest) : Optional.empty();
    }

    /// Why a volume must stay nevertheless; nothing if it may go.
    public Set<Debt> holding(Collection<Debt> debts) {
        Set<Debt> holding = new TreeSet<>(debts);
        if (quarantined == Quarantined.RELEASED) {
            holding.remove(Debt.QUARANTINED);
        }
        return holding;
    }

    private static Duration shortOf(Duration time) {
        Duration part = time.dividedBy(VOLUMES);
        return part.compareTo(SHORTEST) < 0 ? SHORTEST : part;
    }
}
