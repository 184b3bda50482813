package dev.startide.domain.service;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.SettleQuarantine;
import dev.startide.domain.port.inbound.ShowQuarantine;
import dev.startide.domain.port.outbound.EventLookup;
import dev.startide.domain.port.outbound.PausedSources;
import dev.startide.domain.port.outbound.Quarantine;
import dev.startide.domain.port.outbound.QuarantineActions;
import dev.startide.domain.quarantine.ActionOrder;
import dev.startide.domain.quarantine.ActionProgress;
import dev.startide.domain.quarantine.PausedSource;
import dev.startide.domain.quarantine.QuarantineAction;
import dev.startide.domain.quarantine.QuarantineEntry;
import dev.startide.domain.quarantine.QuarantineFilter;
import dev.startide.domain.quarantine.QuarantineSum;
import dev.startide.domain.trace.FoundEvent;
import dev.startide.warehouse.mapping.SourceName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Shows the quarantine, and keeps what operators want done with it. The loader does it.
public final class QuarantineService implements ShowQuarantine, SettleQuarantine {

    /// Bounds the transaction that adds events to an action.
    private static final int PAGE = 5_000;

    /// Bounds what is held in memory of an export.
    private static final int EXPORT_PAGE = 200;

    /// What was done with one event: more than anybody reads.
    private static final int MOST_HISTORY = 100;

    private final Quarantine quarantine;
    private final QuarantineActions actions;
    private final EventLookup events;
    private final PausedSources sources;

    public QuarantineService(
            Quarantine quarantine, QuarantineActions actions, EventLookup events, PausedSources sources) {
        this.quarantine = quarantine;
        this.actions = actions;
        this.events = events;
        this.sources = sources;
    }

    @Override
    public List<PausedSource> paused() {
        return sources.paused();
    }

    @Override
    public boolean resume(SourceName source, String by, String why) {
        return sources.resume(source, by, why);
    }

    @Override
    public List<QuarantineEntry> page(QuarantineFilter filter, LanePosition after, int limit) {
        return quarantine.page(filter, after, limit);
    }

    @Override
    public List<QuarantineSum> sums(QuarantineFilter filter) {
        return quarantine.sums(filter);
    }

    @Override
    public Optional<Shown> show(LanePosition event) {
        return events.at(event)
                .map(found -> new Shown(
                        found,
                        quarantine.page(QuarantineFilter.only(event), START, 1).stream()
                                .findFirst(),
                        actions.about(event, MOST_HISTORY)));
    }

    @Override
    public void export(QuarantineFilter filter, long limit, Consumer<FoundEvent> taker) {
        LanePosition after = START;
        long left = limit;
        List<QuarantineEntry> page = next(filter, after, left);
        while (!page.isEmpty()) {
            for (QuarantineEntry entry : page) {
                after = entry.event().at();
                events.at(after).ifPresent(taker);
            }
            left -= page.size();
            page = next(filter, after, left);
        }
    }

    private List<QuarantineEntry> next(QuarantineFilter filter, LanePosition after, long left) {
        return left <= 0 ? List.of() : quarantine.page(filter, after, (int) Math.min(EXPORT_PAGE, left));
    }

    @Override
    public Optional<QuarantineAction> action(long number) {
        return actions.action(number);
    }

    @Override
    public List<QuarantineAction> actions(int limit) {
        return actions.latest(limit);
    }

    @Override
    public QuarantineAction ask(ActionOrder order, QuarantineFilter filter, long limit, LongConsumer watcher) {
        if (order.verb() instanceof ActionOrder.Verb.Edit && filter.events().size() != 1) {
            throw StartideException.because(
                    FailureCode.SETTING_INVALID, "An edit is about exactly one event, as LANE:POSITION");
        }
        long action = actions.open(order);
        LanePosition after = START;
        long gathered = 0;
        ActionProgress progress;
        do {
            int most = (int) Math.min(PAGE, limit - gathered);
            progress = most == 0 ? new ActionProgress(after, 0) : actions.extend(action, order, filter, after, most);
            after = progress.last();
            gathered += progress.events();
            watcher.accept(gathered);
        } while (progress.events() == PAGE);
        return actions.action(action)
                .orElseThrow(() ->
                        StartideException.because(FailureCode.INVARIANT_BROKEN, "Action %d is gone".formatted(action)));
    }
}
