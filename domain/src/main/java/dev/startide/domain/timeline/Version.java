package dev.startide.domain.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a member was from an instant on, until the next version begins.
///
/// @param from inclusive; the beginning of time for the first version
/// @param life whether the member is there; if it is gone, the attributes are those that it had
/// @param attributes aligned with the columns of the history
public record Version(Instant from, Life life, @Nullable Object[] attributes) {

    /// A version of a member that is there.
    public Version(Instant from, @Nullable Object[] attributes) {
        this(from, Life.ALIVE, attributes);
    }

    Version with(Life other) {
        return new Version(from, other, attributes);
    }
}
