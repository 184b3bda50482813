package dev.startide.domain.service;

import dev.startide.domain.normalize.BatchChanges;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.port.outbound.RowLookup;
import dev.startide.warehouse.layout.AliasLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.EntityName;

/// Finds whoever is meant by a key that they have, or once had.
final class CalledKeys {

    private final WarehouseLayout layout;
    private final RowLookup rows;

    CalledKeys(WarehouseLayout layout, RowLookup rows) {
        this.layout = layout;
        this.rows = rows;
    }

    /// The key that identifies the individual that is called so.
    Key identity(EntityName entity, Key called) {
        return layout.aliasesOf(entity)
                .map(aliases -> identity(aliases, called))
                .orElse(called);
    }

    /// The same changes by the keys that identify.
    BatchChanges identified(BatchChanges changes) {
        BatchChanges identified = changes;
        for (AliasLayout aliases : layout.aliases()) {
            identified = identified.identified(aliases.entity().name(), called -> identity(aliases, called));
        }
        return identified;
    }

    private Key identity(AliasLayout aliases, Key called) {
        return rows
                .rows(
                        aliases.table(),
                        aliases.said().stream().map(Attribute::name).toList(),
                        called)
                .stream()
                .findFirst()
                .map(row -> Key.from(row, aliases.keyWidth(), aliases.keyWidth()))
                .orElse(called);
    }
}
