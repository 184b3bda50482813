package dev.startide.domain.star;

import dev.startide.domain.timeline.Life;
import dev.startide.domain.timeline.Version;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.star.Deletes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The way from the versions that a member has to those that it should have.
///
/// Versions keep their keys as long as they can: a version that begins at the same instant as
/// before is the same version, and a version that begins elsewhere takes the key of one that is
/// gone. So the fewest facts have to move.
///
/// @param after the member as it should be
/// @param gone keys of versions that are left over
/// @param moves the intervals in which another version holds than before; they do not overlap
record Rewriting(Member after, List<Long> gone, List<Move> moves) {

    private record Bounded(Version told, Instant until) {}

    /// Within an interval another version holds than before.
    ///
    /// @param joined the durable key of the member that the new version is of, if that is another one
    record Move(long oldVersion, long newVersion, Instant from, Instant until, OptionalLong joined) {

        Move(long oldVersion, long newVersion, Instant from, Instant until) {
            this(oldVersion, newVersion, from, until, OptionalLong.empty());
        }
    }

    /// Within an interval another version holds than before, or the same one is otherwise.
    ///
    /// @param attributes how the member is in the interval
    record Turn(
            long oldVersion,
            long newVersion,
            Instant from,
            Instant until,
            @Nullable Object[] attributes) {}

    /// The intervals in which a member is otherwise than it was, or was so in another version.
    static List<Turn> turns(Member before, Member after) {
        TreeSet<Instant> starts = starts(before, after);
        List<Turn> turns = new ArrayList<>();
        for (Instant from : starts) {
            MemberVersion old = before.asOf(from);
            MemberVersion now = after.asOf(from);
            if (old.key() != now.key() || !Arrays.deepEquals(old.attributes(), now.attributes())) {
                turns.add(new Turn(old.key(), now.key(), from, end(starts, from), now.attributes()));
            }
        }
        return turns;
    }

    /// @param told the history of the member
    /// @param deletes what becomes of a member that is gone
    static Rewriting of(Member before, List<Version> told, Deletes deletes, KeySequence keys) {
        List<Bounded> wanted = bounded(told, deletes);
        Map<Instant, Long> keyByStart = new HashMap<>();
        before.versions().forEach(version -> keyByStart.put(version.from(), version.key()));
        Set<Instant> wantedStarts = new HashSet<>();
        wanted.forEach(version -> wantedStarts.add(version.told().from()));
        List<Long> free = new ArrayList<>(before.versions().stream()
                .filter(version -> !wantedStarts.contains(version.from()))
                .map(MemberVersion::key)
                .toList());

        Set<Long> inUse = new HashSet<>(keyByStart.values());
        inUse.removeAll(free);

        List<MemberVersion> versions = new ArrayList<>();
        for (Bounded bounded : wanted) {
            Version version = bounded.told();
            Long known = keyByStart.get(version.from());
            long key = known != null ? known : keys.version(before.durableKey(), version.from(), free, inUse);
            inUse.add(key);
            versions.add(new MemberVersion(key, version.from(), bounded.until(), version.life(), version.attributes()));
        }
        Member after = new Member(before.durableKey(), before.naturalKey(), Member.Standing.STATED, versions);
        return new Rewriting(after, List.copyOf(free), moves(before, after));
    }

    /// The versions that are to be shown, each with its end.
    private static List<Bounded> bounded(List<Version> told, Deletes deletes) {
        List<Bounded> shown = new ArrayList<>();
        for (int index = 0; index < told.size(); index++) {
            Version version = told.get(index);
            Instant until = index + 1 < told.size() ? told.get(index + 1).from() : MemberLayout.OPEN_END;
            if (version.life() == Life.ALIVE || deletes == Deletes.FLAG) {
                shown.add(new Bounded(version, until));
            }
        }
        return shown;
    }

    /// The intervals in which a version of one member holds where one of another held: of one that
    /// is no more, if it is not the same. At every start another version begins, before or after, so
    /// that no two neighbouring intervals move between the same versions.
    static List<Move> moves(Member before, Member after) {
        OptionalLong joined =
                before.durableKey() == after.durableKey() ? OptionalLong.empty() : OptionalLong.of(after.durableKey());
        TreeSet<Instant> starts = starts(before, after);
        List<Move> moves = new ArrayList<>();
        for (Instant from : starts) {
            long old = before.asOf(from).key();
            long now = after.asOf(from).key();
            if (old != now) {
                moves.add(new Move(old, now, from, end(starts, from), joined));
            }
        }
        return moves;
    }

    private static TreeSet<Instant> starts(Member before, Member after) {
        TreeSet<Instant> starts = new TreeSet<>();
        before.versions().forEach(version -> starts.add(version.from()));
        after.versions().forEach(version -> starts.add(version.from()));
        return starts;
    }

    private static Instant end(TreeSet<Instant> starts, Instant from) {
        Instant next = starts.higher(from);
        return next == null ? MemberLayout.OPEN_END : next;
    }
}
