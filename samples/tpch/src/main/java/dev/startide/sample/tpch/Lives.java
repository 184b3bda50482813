package dev.startide.sample.tpch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Tells the life of a member: a registration and, for some, later changes.
final class Lives {

    static final Instant COMPANY_FOUNDED = Instant.parse("1990-01-01T00:00:00Z");
    static final Instant FIRST_ORDERS = Instant.parse("1992-01-01T00:00:00Z");
    static final Instant LAST_ORDERS = Instant.parse("1998-08-02T00:00:00Z");

    private static final int MOST_CHANGES = 4;

    private Lives() {}

    /// Instants of the later changes of a member; none for most members.
    static List<Instant> laterChanges(Chance chance, double shareOfChanging, Instant from) {
        return chance.happens(shareOfChanging)
                ? chance.between(from, LAST_ORDERS, chance.between(1, MOST_CHANGES))
                : List.of();
    }

    /// The registration followed by one change for each instant. One change in six goes back to
    /// exactly what the member was before its last change, one in eight restates what it already
    /// is; the others change something.
    static <C> List<C> tell(C registration, List<Instant> instants, Chance chance, Steps<C> steps) {
        List<C> life = new ArrayList<>(List.of(registration));
        for (Instant at : instants) {
            C last = life.getLast();
            C next = steps.next().apply(last, at);
            if (chance.happens(1 / 8.0)) {
                life.add(next);
            } else if (life.size() > 1 && chance.happens(1 / 6.0)) {
                C former = life.get(life.size() - 2);
                life.add(steps.restored().apply(former, next));
            } else {
                life.add(steps.changed().apply(next, chance));
            }
        }
        return life;
    }

    /// How one kind of member changes.
    ///
    /// @param next the same state, as the next change, at an instant
    /// @param restored a former state, in the place and at the instant of a later change
    /// @param changed a state with something changed
    record Steps<C>(BiFunction<C, Instant, C> next, BiFunction<C, C, C> restored, BiFunction<C, Chance, C> changed) {}
}
