package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.timeline.Life;
import dev.startide.domain.timeline.Version;
import dev.startide.warehouse.layout.MemberLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A member of a dimension: its keys and its versions.
///
/// @param durableKey the same for all versions, for ever
/// @param versions in the order of time, without overlap, from the beginning of time on; there is a
///     gap, or no version to the end of time, only where the member is gone and its versions end
///     then
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

    /// The history that the versions show, with a version of its own for each gap.
    List<Version> told() {
        List<Version> told = new ArrayList<>(versions.size());
        for (int index = 0; index < versions.size(); index++) {
            MemberVersion version = versions.get(index);
            told.add(new Version(version.from(), version.life(), version.attributes()));
            Instant next = index + 1 < versions.size() ? versions.get(index + 1).from() : MemberLayout.OPEN_END;
            if (version.until().isBefore(next)) {
                told.add(new Version(version.until(), Life.GONE, version.attributes()));
            }
        }
        return told;
    }

    /// The beginning of the history, up to an instant, exclusive.
    List<Version> toldBefore(Instant instant) {
        return told().stream()
                .filter(version -> version.from().isBefore(instant))
                .toList();
    }

    /// The version that held at an instant within the bounds of event time, or in a gap the one
    /// before it.
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
