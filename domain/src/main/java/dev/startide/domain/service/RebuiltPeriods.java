package dev.startide.domain.service;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.ShadowTables;
import dev.startide.domain.quality.SnapshotStep;
import dev.startide.domain.rebuild.FilledPeriods;
import dev.startide.warehouse.layout.FactHorizon;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.FactName;
import java.util.List;
import java.util.Optional;

/// Fills the periods of rebuilt facts as far as those of the live ones have been filled.
final class RebuiltPeriods {

    private final WarehouseLayout layout;
    private final ShadowTables shadows;
    private final SnapshotService snapshots;

    /// @param layout of the live warehouse
    RebuiltPeriods(WarehouseLayout layout, ShadowTables shadows, LoadSettings settings) {
        this.layout = layout;
        this.shadows = shadows;
        this.snapshots =
                new SnapshotService(layout.in(Schemas.REBUILD), shadows.warehouse(), shadows.lease(), settings);
    }

    /// @param beforeEach done before each step
    /// @throws StartideException `DATABASE_CONFLICT` if live periods are filled for some things
    ///     only: whoever fills them has to come to an end first
    void fill(Runnable beforeEach) {
        for (FactHorizon horizon : layout.horizons()) {
            Optional<FilledPeriods> live = shadows.filledPeriods(horizon);
            live.ifPresent(filled -> fill(horizon.fact().name(), filled, beforeEach));
        }
    }

    private void fill(FactName fact, FilledPeriods live, Runnable beforeEach) {
        if (live.isGoingOn()) {
            throw StartideException.because(
                    FailureCode.DATABASE_CONFLICT,
                    "Periods of %s are being filled; 'startide snapshot' brings that to its end".formatted(fact));
        }
        SnapshotStep step;
        do {
            beforeEach.run();
            step = snapshots.next(List.of(fact), live.until());
        } while (step instanceof SnapshotStep.Filled);
    }
}
