package dev.startide.sample.tpch.answer;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.startide.sample.tpch.EventSet;
import dev.startide.sample.tpch.TpchEvent.MemberChanged;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// The changes of all members of one kind, each member's in the order in which they happened.
final class History<C extends MemberChanged> {

    private final Map<Long, List<C>> lives;

    History(List<C> changes) {
        this.lives = changes.stream()
                .sorted(EventSet.BY_OCCURRENCE)
                .collect(groupingBy(MemberChanged::memberId, TreeMap::new, toList()));
    }

    /// What held for a member at an instant: the last change that is not later. The first holds
    /// for all time before.
    C at(long member, Instant instant) {
        C held = life(member).getFirst();
        for (C change : life(member)) {
            if (!change.changedAt().isAfter(instant)) {
                held = change;
            }
        }
        return held;
    }

    /// What holds for a member now.
    C now(long member) {
        return life(member).getLast();
    }

    Collection<List<C>> lives() {
        return lives.values();
    }

    /// How many versions the members have: a version ends when one of the values that keep a
    /// history changes.
    ///
    /// @param kept the values of a change that keep a history
    long versions(Function<C, List<?>> kept) {
        return lives.values().stream().mapToLong(life -> versions(life, kept)).sum();
    }

    static <C> long versions(List<C> life, Function<C, List<?>> kept) {
        long versions = 1;
        for (int change = 1; change < life.size(); change++) {
            if (!kept.apply(life.get(change)).equals(kept.apply(life.get(change - 1)))) {
                versions++;
            }
        }
        return versions;
    }

    private List<C> life(long member) {
        return requireNonNull(lives.get(member), () -> "No event tells of member %d".formatted(member));
    }
}
