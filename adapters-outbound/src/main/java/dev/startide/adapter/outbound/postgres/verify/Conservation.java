package dev.startide.adapter.outbound.postgres.verify;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.TableName;
import jakarta.inject.Singleton;
import java.util.List;

/// Promise 4: nothing is dropped.
@Singleton
final class Conservation implements PostgresCheck {

    private static final Check CHECK = new Check(
            "conservation",
            Check.Area.LOG,
            "Every event up to a cursor is loaded, quarantined or ignored by a rule.",
            "Rows of startide.load_cursor were changed by hand: undo that; else report it as a bug and rebuild.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return List.of(Probe.inFile(new TableName(Schemas.CONTROL, "load_cursor"), "conservation.sql"));
    }
}
