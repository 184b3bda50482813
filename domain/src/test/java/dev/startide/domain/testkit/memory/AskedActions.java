package dev.startide.domain.testkit.memory;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quarantine.ActionOrder;
import dev.startide.domain.quarantine.Amendment;
import dev.startide.domain.quarantine.EventAction;
import dev.startide.domain.quarantine.EventAction.Outcome;
import dev.startide.domain.quarantine.QuarantineAction;
import dev.startide.domain.quarantine.QuarantineAction.Outcomes;
import dev.startide.domain.quarantine.Retried;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a database in memory knows of actions on its quarantine.
final class AskedActions {

    static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");

    private final List<ActionOrder> orders = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final Map<LanePosition, Amendment> amendments = new HashMap<>();

    private record Asked(long action, LanePosition at, Outcome outcome) {}

    long open(ActionOrder order) {
        orders.add(order);
        return orders.size();
    }

    void add(long action, LanePosition at) {
        asked.add(new Asked(action, at, Outcome.WAITING));
    }

    Map<LanePosition, Amendment> amendments() {
        return amendments;
    }

    List<LanePosition> waiting() {
        return asked.stream()
                .filter(one -> one.outcome() == Outcome.WAITING)
                .map(Asked::at)
                .distinct()
                .sorted(Comparator.comparing(LanePosition::lane).thenComparingLong(LanePosition::position))
                .toList();
    }

    void answer(Retried answer) {
        asked.replaceAll(one -> one.at().equals(answer.at()) && one.outcome() == Outcome.WAITING
                ? new Asked(one.action(), one.at(), answer.outcome())
                : one);
    }

    /// All actions, the first one first.
    List<QuarantineAction> all() {
        List<QuarantineAction> actions = new ArrayList<>();
        for (int index = 0; index < orders.size(); index++) {
            ActionOrder order = orders.get(index);
            actions.add(new QuarantineAction(
                    index + 1L,
                    QuarantineAction.Name.of(order.verb()),
                    order.by(),
                    NOON,
                    order.why(),
                    order.about(),
                    outcomes(index + 1L)));
        }
        return actions;
    }

    private Outcomes outcomes(long action) {
        return new Outcomes(
                count(action, Outcome.WAITING),
                count(action, Outcome.LOADED),
                count(action, Outcome.QUARANTINED),
                count(action, Outcome.IGNORED));
    }

    private long count(long action, Outcome outcome) {
        return asked.stream()
                .filter(one -> one.action() == action && one.outcome() == outcome)
                .count();
    }

    List<EventAction> about(LanePosition event) {
        return asked.stream()
                .filter(one -> one.at().equals(event))
                .map(one -> {
                    ActionOrder order = orders.get((int) one.action() - 1);
                    return new EventAction(
                            one.action(),
                            QuarantineAction.Name.of(order.verb()),
                            order.by(),
                            NOON,
                            order.why(),
                            one.outcome());
                })
                .toList()
                .reversed();
    }
}
