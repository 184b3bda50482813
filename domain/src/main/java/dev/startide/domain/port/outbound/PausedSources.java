package dev.startide.domain.port.outbound;

import dev.startide.domain.quarantine.Burst;
import dev.startide.domain.quarantine.PausedSource;
import dev.startide.domain.quarantine.PausedSource.LetThrough;
import dev.startide.warehouse.mapping.SourceName;
import java.util.List;

/// Which sources are paused. What was noted while another model was the latest that was applied
/// holds no more. Safe for use by many threads. Checked by `PausedSourcesContract`.
public interface PausedSources {

    /// Notes that a source is paused; what was noted of it before is forgotten.
    void pause(Burst burst);

    /// The sources that are paused, in the order of their names.
    List<PausedSource> paused();

    /// What operators have let through.
    List<LetThrough> letThrough();

    /// Lets a source go on, if it is paused, and keeps who has wanted it.
    ///
    /// @param by who wants it
    /// @param why in their words; may be empty
    /// @return whether it was paused
    boolean resume(SourceName source, String by, String why);
}
