package dev.startide.domain.star;

import dev.startide.domain.timeline.Life;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version of a member with its key.
///
/// @param from inclusive
/// @param until exclusive
/// @param life whether the member is there while the version holds
public record MemberVersion(
        long key,
        Instant from,
        Instant until,
        Life life,
        @Nullable Object[] attributes) {

    /// A version of a member that is there.
    public MemberVersion(long key, Instant from, Instant until, @Nullable Object[] attributes) {
        this(key, from, until, Life.ALIVE, attributes);
    }
}
