package dev.startide.domain.testkit.memory;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.schema.Enforcement;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.TableName;
import java.util.Map;

/// Foreign keys between tables in memory.
final class InMemoryKeys {

    private InMemoryKeys() {}

    /// Whether rows of the table refer to rows that are not there.
    static boolean isBroken(Map<TableName, InMemoryTable> tables, InMemoryTable table, ForeignKey key) {
        InMemoryTable target = tables.get(key.target());
        return table.rows().stream()
                .flatMap(row -> table.keyIn(row, key.columns()).stream())
                .anyMatch(named -> !target.has(named));
    }

    /// Refuses to enforce a key that rows do not fulfil.
    ///
    /// @throws StartideException `MODEL_CONFLICT` if the change would
    static void require(Map<TableName, InMemoryTable> tables, SchemaChange change) {
        if (change instanceof SchemaChange.ChangeEnforcement(var name, var key)
                && key.enforcement() == Enforcement.ENFORCED
                && isBroken(tables, tables.get(name), key)) {
            throw StartideException.because(
                    FailureCode.MODEL_CONFLICT, "%s has rows that name none of %s".formatted(name, key.target()));
        }
    }
}
