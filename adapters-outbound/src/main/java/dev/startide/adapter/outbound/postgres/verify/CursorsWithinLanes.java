package dev.startide.adapter.outbound.postgres.verify;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.TableName;
import jakarta.inject.Singleton;
import java.util.List;

/// The load follows the raw log and never runs ahead of it.
@Singleton
final class CursorsWithinLanes implements PostgresCheck {

    private static final Check CHECK = new Check(
            "cursors",
            Check.Area.LOG,
            "No cursor of the load stands beyond the events of its lane.",
            "The raw log was restored to an older state than the cursors: restore both from one backup, or rebuild the warehouse.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return List.of(Probe.inFile(new TableName(Schemas.CONTROL, "load_cursor"), "cursors_within_lanes.sql"));
    }
}
