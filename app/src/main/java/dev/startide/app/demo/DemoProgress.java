package dev.startide.app.demo;

import static dev.startide.app.terminal.ProgressBar.count;

import dev.startide.app.report.StatusReport;
import dev.startide.app.terminal.ProgressBar;
import dev.startide.domain.quality.LaneProgress;

/// How far the demo has come.
///
/// @param published how many events the publisher has sent
/// @param total how many it will send; 0 before that is known
/// @param arrived how many of them have reached the raw log's door in this run, known ones included
/// @param warehouse what became of everything that was ever received
record DemoProgress(long published, long total, long arrived, StatusReport warehouse) {

    /// Whether everything that was sent has arrived, and everything that arrived is accounted for.
    boolean isSettled() {
        return arrived >= published && warehouse.waiting() == 0;
    }

    String line() {
        return "%s  published %s of %s · received %s · loaded %s · waiting %s · quarantined %s"
                .formatted(
                        ProgressBar.of(Math.min(published, loadedOrKnown()), total),
                        count(published),
                        count(total),
                        count(warehouse.sum(LaneProgress::received)),
                        count(warehouse.sum(LaneProgress::loaded)),
                        count(warehouse.waiting()),
                        count(warehouse.quarantined()));
    }

    private long loadedOrKnown() {
        return Math.max(0, arrived - warehouse.waiting());
    }
}
