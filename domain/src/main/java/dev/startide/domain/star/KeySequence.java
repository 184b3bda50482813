package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/// Gives out the keys of a dimension, for versions and members alike. Numbers may be left out,
/// never given twice.
public class KeySequence {

    private long last;

    /// @param highest the highest key that is in use
    public KeySequence(long highest) {
        this.last = highest;
    }

    public final long next() {
        return ++last;
    }

    /// The durable key for a member that nobody has heard of.
    ///
    /// @param naturalKey what the member is known by
    public long member(Key naturalKey) {
        return next();
    }

    /// The durable key that is kept of several, because they turned out to be those of one member.
    ///
    /// @param naturalKey what the member is identified by
    /// @param durableKeys at least one
    public long surviving(Key naturalKey, Collection<Long> durableKeys) {
        return Collections.min(durableKeys);
    }

    /// The key for a version that a member gets.
    ///
    /// @param from where the version begins
    /// @param free keys of the member's versions that are left over; one that is given is taken out
    /// @param inUse all other keys of the member's versions
    public long version(long durableKey, Instant from, List<Long> free, Collection<Long> inUse) {
        return free.isEmpty() ? next() : free.removeFirst();
    }
}
