package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.field;
import static dev.startide.adapter.outbound.postgres.verify.Sql.finding;
import static dev.startide.adapter.outbound.postgres.verify.Sql.keyAnd;
import static dev.startide.adapter.outbound.postgres.verify.Sql.problem;
import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.Bookkeeping;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Each row leads back to its event, and no row was written before the cursor moved past it.
@Singleton
final class RowsHaveEvents implements PostgresCheck {

    private static final TableName CURSOR = new TableName(Schemas.CONTROL, "load_cursor");

    private static final Check CHECK = new Check(
            "rows-have-events",
            Check.Area.LOG,
            "Every row that names its event names one that the load has come to.",
            "Rows were written past the load, or the cursors were set back: rebuild the table.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return layout.schema().tables().stream()
                .filter(table -> table.column(Bookkeeping.LANE).isPresent())
                .map(RowsHaveEvents::probe)
                .toList();
    }

    private static Probe probe(Table table) {
        Field<Integer> lane = field("r", Bookkeeping.LANE, Integer.class);
        Field<Long> position = field("r", Bookkeeping.POSITION, Long.class);
        Field<Long> loaded = field("c", column("position"), Long.class);
        return Probe.of(
                table.name(),
                DSL.select(finding(
                                problem("names an event that the load has not come to"),
                                "r",
                                keyAnd(table, Bookkeeping.LANE, Bookkeeping.POSITION)))
                        .from(Sql.table(table.name(), "r"))
                        .leftJoin(Sql.table(CURSOR, "c"))
                        .on(field("c", column("lane"), Integer.class).eq(lane))
                        .where(lane.isNotNull())
                        .and(loaded.isNull().or(position.notBetween(DSL.inline(1L), loaded))));
    }
}
