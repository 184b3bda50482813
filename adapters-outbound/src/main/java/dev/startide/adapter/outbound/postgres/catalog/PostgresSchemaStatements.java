package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.domain.port.outbound.SchemaStatements;
import dev.startide.warehouse.plan.SchemaChange;
import jakarta.inject.Singleton;
import java.util.List;

/// Says changes as they are made, but for those of enforcement, which depend on what a key is called.
@Singleton
final class PostgresSchemaStatements implements SchemaStatements {

    @Override
    public List<String> of(SchemaChange change) {
        boolean isAdding = change.isCompatible() && !(change instanceof SchemaChange.ChangeEnforcement);
        return isAdding ? ChangeSql.of(change) : List.of();
    }
}
