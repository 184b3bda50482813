package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import java.util.ArrayList;
import java.util.List;

/// The stored changes of an entity that a dimension shows: what its history is computed from.
///
/// A row is key, order of the change (three values), attributes, the names of attributes that the
/// change said to be null, whether it says that the entity is gone, lane and position.
public record ChangeLayout(Entity entity, Table table) {

    /// Comma-separated names of the attributes of which the change said that there is no value;
    /// null if there were none. Of an attribute that is null and not among them it said nothing, so
    /// that changes that were stored before an attribute was declared say nothing of it.
    public static final ColumnName SAID_NULL = column("_said_null");

    /// Two underscores keep it apart from every entity: names of models have no double underscore.
    private static final String SUFFIX = "__change";

    private static final int ORDER_WIDTH = 3;

    static ChangeLayout of(Entity entity, Schemas schemas) {
        List<Column> columns = new ArrayList<>();
        entity.key().forEach(key -> columns.add(Column.required(key.name(), key.type(), key.description())));
        columns.add(Column.required(Bookkeeping.CHANGED_AT, new LogicalType.Timestamp(), "When the change happened"));
        columns.add(Column.required(
                Bookkeeping.CHANGE_SEQUENCE, new LogicalType.BigInt(), "Orders changes of the same instant"));
        columns.add(Column.required(Bookkeeping.CHANGE_ID, new LogicalType.Uuid(), "Digest of the event"));
        entity.attributes().forEach(attribute -> columns.add(EntityLayout.optional(attribute)));
        columns.add(Column.optional(SAID_NULL, new LogicalType.Text(), "Attributes said to have no value"));
        columns.add(Column.required(
                EntityLayout.IS_DELETED, new LogicalType.Bool(), "Whether the change says that it is gone"));
        columns.add(Column.required(Bookkeeping.LANE, new LogicalType.Int(), "Raw log lane of the event"));
        columns.add(Column.required(Bookkeeping.POSITION, new LogicalType.BigInt(), "Raw log position of the event"));
        List<ColumnName> primaryKey = new ArrayList<>(EntityLayout.names(entity.key()));
        primaryKey.addAll(List.of(Bookkeeping.CHANGED_AT, Bookkeeping.CHANGE_SEQUENCE, Bookkeeping.CHANGE_ID));
        TableName name = tableOf(entity.name(), schemas);
        String comment = "Every change of %s, from which its history is computed".formatted(entity.name());
        return new ChangeLayout(entity, new Table(name, columns, primaryKey, List.of(), List.of(), comment));
    }

    /// The table with the stored changes of an entity.
    static TableName tableOf(EntityName entity, Schemas schemas) {
        return new TableName(schemas.normalized(), entity + SUFFIX);
    }

    public int keyWidth() {
        return entity.key().size();
    }

    /// The index of the first of the three values that order the change.
    public int orderAt() {
        return keyWidth();
    }

    /// The index of the first attribute in a row.
    public int attributesAt() {
        return orderAt() + ORDER_WIDTH;
    }

    /// The index of [#SAID_NULL].
    public int saidNullAt() {
        return attributesAt() + entity.attributes().size();
    }

    /// The index of [EntityLayout#IS_DELETED]; lane and position follow it.
    public int deletedAt() {
        return saidNullAt() + 1;
    }

    /// How many values a row has.
    public int width() {
        return deletedAt() + 3;
    }
}
