package dev.startide.warehouse.exchange;

import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Nullability;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A table of the star that others are told of, without its bookkeeping.
record SharedTable(Table table, List<Column> columns) {

    private static SharedTable of(Table table) {
        return new SharedTable(
                table,
                table.columns().stream()
                        .filter(column -> !column.name().value().startsWith("_"))
                        .toList());
    }

    /// The facts and dimensions of a warehouse: dimensions first. Bridges and trails are left out.
    static List<SharedTable> of(WarehouseLayout layout) {
        List<Table> tables = new ArrayList<>();
        layout.calendars().forEach(days -> tables.add(days.table()));
        layout.timesOfDay().forEach(times -> tables.add(times.table()));
        layout.junk().forEach(junk -> tables.add(junk.table()));
        layout.members().forEach(members -> tables.add(members.table()));
        layout.facts().forEach(fact -> tables.add(fact.table()));
        return tables.stream()
                .filter(table -> !table.name().name().contains("__"))
                .map(SharedTable::of)
                .toList();
    }

    String name() {
        return table.name().name();
    }

    /// The column that alone identifies a row, if one does.
    boolean isKey(Column column) {
        return table.primaryKey().equals(List.of(column.name()));
    }

    static boolean isRequired(Column column) {
        return column.nullability() == Nullability.REQUIRED;
    }

    /// The keys that lead to other tables that are shared, each by one column.
    List<ForeignKey> references(List<SharedTable> shared) {
        Set<TableName> names =
                shared.stream().map(other -> other.table().name()).collect(Collectors.toSet());
        return table.foreignKeys().stream()
                .filter(key -> key.columns().size() == 1 && names.contains(key.target()))
                .filter(key -> !key.columns().getFirst().value().startsWith("_"))
                .toList();
    }

    /// The key by which a column leads to another table.
    Optional<ForeignKey> reference(Column column, List<SharedTable> shared) {
        return references(shared).stream()
                .filter(key -> key.columns().getFirst().equals(column.name()))
                .findFirst();
    }

    /// The type as PostgreSQL calls it.
    static String typeOf(Column column) {
        return switch (column.type()) {
            case LogicalType.Int() -> "integer";
            case LogicalType.Decimal(int precision, int scale) -> "numeric(%d,%d)".formatted(precision, scale);
            case LogicalType.Floating() -> "double precision";
            case LogicalType.Text(),
                    LogicalType.Varchar(var _),
                    LogicalType.BigInt(),
                    LogicalType.Bool(),
                    LogicalType.Date(),
                    LogicalType.Time(),
                    LogicalType.Timestamp(),
                    LogicalType.Uuid(),
                    LogicalType.Json(),
                    LogicalType.Bytes() -> column.type().sqlName();
        };
    }
}
