package dev.startide.warehouse.exchange;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The warehouse as a data contract of the Open Data Contract Standard, version 3.1.
public final class DataContract {

    private static final String API_VERSION = "v3.1.0";

    private final List<SharedTable> shared;

    private DataContract(WarehouseLayout layout) {
        this.shared = SharedTable.of(layout);
    }

    /// The text of a contract. Its own version and status are for its owner to set.
    public static String of(WarehouseLayout layout) {
        DataContract contract = new DataContract(layout);
        WarehouseModel model = layout.model();
        Entry document = Entry.empty()
                .with("apiVersion", API_VERSION)
                .with("kind", "DataContract")
                .with("id", model.name())
                .with("name", model.name())
                .with("version", "1.0.0")
                .with("status", "draft");
        if (!model.description().isBlank()) {
            document.with("description", Map.of("purpose", model.description()));
        }
        Stream<Map<String, Object>> tables = contract.shared.stream().map(contract::table);
        Stream<Map<String, Object>> marts = layout.marts().stream().map(DataContract::mart);
        return Yaml.of(
                document.with("schema", Stream.concat(tables, marts).toList()).map());
    }

    private Map<String, Object> table(SharedTable table) {
        return Entry.named(table.name())
                .with("physicalName", table.table().name().toString())
                .with("physicalType", "table")
                .with("logicalType", "object")
                .withAny("description", table.table().comment())
                .with(
                        "properties",
                        table.columns().stream()
                                .map(column -> property(table, column))
                                .toList())
                .map();
    }

    private Map<String, Object> property(SharedTable table, Column column) {
        Entry property = Entry.named(column.name().value())
                .with("logicalType", logicalType(column.type()))
                .with("physicalType", SharedTable.typeOf(column))
                .withAny("description", column.comment());
        if (SharedTable.isRequired(column)) {
            property.with("required", true);
        }
        int position = table.table().primaryKey().indexOf(column.name());
        if (position >= 0) {
            property.with("primaryKey", true).with("primaryKeyPosition", position + 1);
        }
        if (table.isKey(column)) {
            property.with("unique", true);
        }
        List<Map<String, Object>> relationships = new ArrayList<>();
        table.reference(column, shared).ifPresent(key -> relationships.add(relationship(key)));
        return property.withAny("relationships", relationships).map();
    }

    private static Map<String, Object> relationship(ForeignKey key) {
        return Entry.empty()
                .with("type", "foreignKey")
                .with(
                        "to",
                        "%s.%s"
                                .formatted(
                                        key.target().name(), key.targetColumns().getFirst()))
                .map();
    }

    private static String logicalType(LogicalType type) {
        return switch (type) {
            case LogicalType.Int(), LogicalType.BigInt() -> "integer";
            case LogicalType.Decimal(var _, var _), LogicalType.Floating() -> "number";
            case LogicalType.Bool() -> "boolean";
            case LogicalType.Date() -> "date";
            case LogicalType.Time() -> "time";
            case LogicalType.Timestamp() -> "timestamp";
            case LogicalType.Text(),
                    LogicalType.Varchar(var _),
                    LogicalType.Uuid(),
                    LogicalType.Json(),
                    LogicalType.Bytes() -> "string";
        };
    }

    /// Only the database knows the types of what a view computes.
    private static Map<String, Object> mart(View mart) {
        return Entry.named("mart_" + mart.name().name())
                .with("physicalName", mart.name().toString())
                .with("physicalType", "view")
                .with("logicalType", "object")
                .withAny("description", mart.comment())
                .with("properties", Described.columns(mart))
                .map();
    }
}
