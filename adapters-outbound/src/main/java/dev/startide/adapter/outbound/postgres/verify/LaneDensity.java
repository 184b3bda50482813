package dev.startide.adapter.outbound.postgres.verify;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.TableName;
import jakarta.inject.Singleton;
import java.util.List;

/// Promise 1: what was acknowledged is there.
@Singleton
final class LaneDensity implements PostgresCheck {

    private static final Check CHECK = new Check(
            "lane-density",
            Check.Area.LOG,
            "The raw log holds every position of every lane, from the first that was not let go, without gaps.",
            "An event was deleted or never committed: restore raw.event from a backup; sources that keep their past can be read again.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return List.of(Probe.inFile(new TableName(Schemas.RAW, "event"), "lane_density.sql"));
    }
}
