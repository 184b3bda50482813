package dev.startide.app.service;

import dev.startide.domain.port.inbound.TakeSnapshots;
import dev.startide.domain.quality.SnapshotStep;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactKind;
import dev.startide.warehouse.star.FactName;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The service's clock for periodic facts: when a day ends, the periods that end with it are
/// filled, step by step between batches of the load. For the loading thread.
final class Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    private final TakeSnapshots snapshots;
    private final WarehouseModel model;
    private final InstantSource clock;
    private final List<FactName> facts;
    private LocalDate filledUntil = LocalDate.MIN;

    Snapshots(TakeSnapshots snapshots, WarehouseModel model, InstantSource clock) {
        this.snapshots = snapshots;
        this.model = model;
        this.clock = clock;
        this.facts = model.facts().stream()
                .filter(fact -> fact.kind() instanceof FactKind.Periodic)
                .map(Fact::name)
                .toList();
    }

    /// Does the next part of the work, if a day has ended since everything was filled.
    ///
    /// @return whether there may be more to do at once
    boolean next() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), model.timeZone());
        if (facts.isEmpty() || !today.isAfter(filledUntil)) {
            return false;
        }
        return switch (snapshots.next(facts, today)) {
            case SnapshotStep.Filled step -> {
                LOG.atInfo()
                        .addKeyValue("table", step.fact())
                        .addKeyValue("rows", step.rows())
                        .log("Periods were filled");
                yield true;
            }
            case SnapshotStep.UpToDate() -> {
                filledUntil = today;
                yield false;
            }
            case SnapshotStep.StandingBy() -> false;
        };
    }

    /// Another process may have filled less than this one remembers.
    void forget() {
        filledUntil = LocalDate.MIN;
    }
}
