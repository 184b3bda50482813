package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.allPresent;
import static dev.startide.adapter.outbound.postgres.verify.Sql.finding;
import static dev.startide.adapter.outbound.postgres.verify.Sql.keyAnd;
import static dev.startide.adapter.outbound.postgres.verify.Sql.problem;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.Table;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.impl.DSL;

/// Holds whether the database enforces the keys or merely knows of them.
@Singleton
final class ForeignKeys implements PostgresCheck {

    private static final Check CHECK = new Check(
            "foreign-keys",
            Check.Area.FACTS,
            "Every row that a foreign key names exists, also where the database does not enforce it.",
            "Rows were deleted by hand, or a key was switched off: rebuild the table that the finding is about.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return layout.schema().tables().stream()
                .flatMap(table -> table.foreignKeys().stream().map(key -> probe(table, key)))
                .toList();
    }

    private static Probe probe(Table table, ForeignKey key) {
        return Probe.of(
                table.name(),
                key.columns().toString(),
                DSL.select(finding(
                                problem("names a row that %s does not have".formatted(key.target())),
                                "r",
                                keyAnd(table, key.columns().toArray(ColumnName[]::new))))
                        .from(Sql.table(table.name(), "r"))
                        .where(allPresent("r", key.columns()))
                        .andNotExists(DSL.selectOne()
                                .from(Sql.table(key.target(), "t"))
                                .where(Sql.equal("t", key.targetColumns(), "r", key.columns()))));
    }
}
