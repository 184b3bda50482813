package dev.startide.domain.testkit.memory;

import dev.startide.domain.event.LanePart;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.port.outbound.Amendments;
import dev.startide.domain.port.outbound.Quarantine;
import dev.startide.domain.port.outbound.QuarantineActions;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quarantine.ActionOrder;
import dev.startide.domain.quarantine.ActionProgress;
import dev.startide.domain.quarantine.Amendment;
import dev.startide.domain.quarantine.EventAction;
import dev.startide.domain.quarantine.QuarantineAction;
import dev.startide.domain.quarantine.QuarantineEntry;
import dev.startide.domain.quarantine.QuarantineFilter;
import dev.startide.domain.quarantine.QuarantineSum;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The quarantine of a warehouse in memory, and what is to be done with it.
public final class InMemoryQuarantine implements Quarantine, QuarantineActions, Amendments {

    private static final Comparator<QuarantineEntry> BY_LANE_AND_POSITION = Comparator.comparing(
                    (QuarantineEntry entry) -> entry.event().at().lane())
            .thenComparingLong(entry -> entry.event().at().position());

    private final InMemoryDatabase database;

    public InMemoryQuarantine(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public List<QuarantineEntry> page(QuarantineFilter filter, LanePosition after, int limit) {
        synchronized (database) {
            return fitting(filter)
                    .filter(entry -> isAfter(entry.event().at(), after))
                    .sorted(BY_LANE_AND_POSITION)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<QuarantineSum> sums(QuarantineFilter filter) {
        synchronized (database) {
            return fitting(filter)
                    .map(QuarantineEntry::event)
                    .map(event ->
                            new QuarantineSum(event.source(), event.rejection().reason(), 1))
                    .collect(Collectors.groupingBy(sum -> sum, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(sum -> new QuarantineSum(
                            sum.getKey().source(), sum.getKey().reason(), sum.getValue()))
                    .sorted(Comparator.comparing(
                                    (QuarantineSum sum) -> sum.source().value())
                            .thenComparing(sum -> sum.reason().name()))
                    .toList();
        }
    }

    private Stream<QuarantineEntry> fitting(QuarantineFilter filter) {
        return database.quarantined().stream()
                .filter(event -> filter.fits(event, AskedActions.NOON))
                .map(this::entry);
    }

    private QuarantineEntry entry(QuarantinedEvent event) {
        return new QuarantineEntry(event, 0, database.attempts().getOrDefault(event.at(), 0), AskedActions.NOON);
    }

    private static boolean isAfter(LanePosition at, LanePosition other) {
        int byLane = at.lane().compareTo(other.lane());
        return byLane > 0 || (byLane == 0 && at.position() > other.position());
    }

    @Override
    public long open(ActionOrder order) {
        synchronized (database) {
            return database.actions().open(order);
        }
    }

    @Override
    public ActionProgress extend(
            long action, ActionOrder order, QuarantineFilter filter, LanePosition after, int limit) {
        synchronized (database) {
            List<LanePosition> events = page(filter, after, limit).stream()
                    .map(entry -> entry.event().at())
                    .toList();
            events.forEach(at -> add(action, order, at));
            return new ActionProgress(events.isEmpty() ? after : events.getLast(), events.size());
        }
    }

    private void add(long action, ActionOrder order, LanePosition at) {
        database.actions().add(action, at);
        Map<LanePosition, Amendment> amendments = database.actions().amendments();
        switch (order.verb()) {
            case ActionOrder.Verb.Retry() -> {}
            case ActionOrder.Verb.Edit(var correction) -> amendments.put(at, correction);
            case ActionOrder.Verb.Discard() -> amendments.put(at, new Amendment.Discarded());
        }
    }

    @Override
    public List<LanePosition> waiting(int limit) {
        synchronized (database) {
            return database.actions().waiting().stream().limit(limit).toList();
        }
    }

    @Override
    public Optional<QuarantineAction> action(long number) {
        synchronized (database) {
            return database.actions().all().stream()
                    .filter(action -> action.id() == number)
                    .findFirst();
        }
    }

    @Override
    public List<QuarantineAction> latest(int limit) {
        synchronized (database) {
            return database.actions().all().reversed().stream().limit(limit).toList();
        }
    }

    @Override
    public List<EventAction> about(LanePosition event, int limit) {
        synchronized (database) {
            return database.actions().about(event).stream().limit(limit).toList();
        }
    }

    @Override
    public Map<LanePosition, Amendment> within(List<LanePart> parts) {
        synchronized (database) {
            Map<LanePosition, Amendment> found =
                    new HashMap<>(database.actions().amendments());
            found.keySet().removeIf(at -> parts.stream().noneMatch(part -> part.holds(at)));
            return found;
        }
    }
}
