package dev.startide.domain.service;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.port.outbound.Amendments;
import dev.startide.domain.port.outbound.EventAccounts;
import dev.startide.domain.port.outbound.EventLookup;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.QuarantineActions;
import dev.startide.domain.quality.LoadStep;
import java.util.List;

/// Tries events again that operators have asked for, with the loader that loads what is new.
///
/// @param accounts tells what became of the events when they were tried last
public record Retries(QuarantineActions actions, EventLookup events, Amendments amendments, EventAccounts accounts)
        implements RetryWork {

    /// Bounds a batch beside what the settings of the load allow: events may lie far apart.
    private static final int MOST = 1_000;

    @Override
    public LoadStep next(EventReader reader, Loader loader, LoadSettings settings) {
        List<LanePosition> waiting = actions.waiting(Math.min(MOST, settings.maxEvents()));
        if (waiting.isEmpty()) {
            return new LoadStep.Idle();
        }
        EventLookup.Found found = events.those(waiting, settings.maxBytes());
        List<LanePosition> looked = waiting.subList(0, found.looked());
        List<Reading> readings = AmendedLog.amended(found.events(), amendments).stream()
                .map(reader::read)
                .toList();
        List<LanePosition> gone = looked.stream()
                .filter(at -> found.events().stream().map(LoggedEvent::at).noneMatch(at::equals))
                .toList();
        if (!gone.isEmpty()) {
            loader.cannotRetry(gone);
        }
        if (readings.isEmpty()) {
            return new LoadStep.Retried(looked.size(), 0, 0, 0, 0);
        }
        LoadStep.Loaded step = loader.retry(readings, accounts.notLoaded(looked));
        return new LoadStep.Retried(looked.size(), step.loaded(), step.quarantined(), step.ignored(), step.rows());
    }
}
