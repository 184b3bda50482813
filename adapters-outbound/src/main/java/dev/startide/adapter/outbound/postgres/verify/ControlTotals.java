package dev.startide.adapter.outbound.postgres.verify;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.TableName;
import jakarta.inject.Singleton;
import java.util.List;

/// Promise 4, counted twice: once by the cursors, once by what they speak of.
@Singleton
final class ControlTotals implements PostgresCheck {

    private static final TableName CURSOR = new TableName(Schemas.CONTROL, "load_cursor");

    private static final Check CHECK = new Check(
            "control-totals",
            Check.Area.LOG,
            "What the cursors count as quarantined and ignored is what the quarantine and the rules hold.",
            "Rows of startide.quarantine or startide.ignored_by_rule were changed by hand: undo that; else report it as a bug.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return List.of(
                Probe.inFile(CURSOR, "counts_of_quarantine.sql"),
                Probe.inFile(CURSOR, "counts_of_rules.sql"),
                Probe.inFile(new TableName(Schemas.CONTROL, "quarantine"), "waiting_in_quarantine.sql"));
    }
}
