package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import java.time.Instant;
import java.util.List;

/// A member of a dimension: its keys and its versions.
///
/// @param durableKey the same for all versions, for ever
/// @param versions in the order of time, without gap or overlap, from the beginning of time to its
///     end
public record Member(long durableKey, Key naturalKey, Standing standing, List<MemberVersion> versions) {

    /// How a member came to be known.
    public enum Standing {
        /// A fact names it; nothing has been said of it yet.
        INFERRED,

        /// A change has been seen.
        STATED
    }

    public Member {
        versions = List.copyOf(versions);
    }

    /// The version that held at an instant within the bounds of event time.
    public MemberVersion asOf(Instant instant) {
        int low = 0;
        int high = versions.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (versions.get(middle).from().isAfter(instant)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return versions.get(low);
    }
}
