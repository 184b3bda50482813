package dev.startide.domain.port.outbound;

import dev.startide.domain.retention.LogVolume;
import dev.startide.domain.retention.Retention;
import java.util.List;

/// The raw log as it lies on disk: in volumes, the oldest of which can be let go. Any number of
/// processes may use this at once; nobody who appends or loads waits for it.
public interface LogVolumes {

    /// All volumes, the oldest first; at least one, and the last one is being written.
    List<LogVolume> all();

    /// Begins the next volume, unless another process has done so since. Appends that begin later
    /// write to it.
    ///
    /// @param after the number of the volume that was the last one
    /// @return whether this process did
    boolean begin(int after);

    /// Lets the oldest volume go, with all its events, unless something holds it that did not when
    /// it was asked for. From then on [RawLog#released] speaks of them.
    ///
    /// @param number of the oldest volume, which is not the last one
    /// @return whether it went
    boolean release(int number, Retention retention);
}
