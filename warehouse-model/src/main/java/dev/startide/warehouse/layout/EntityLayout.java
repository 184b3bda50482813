package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.KeyPermanence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The normalized table of an entity: key, attributes, whether the row was only announced, whether
/// the entity is gone, bookkeeping.
public record EntityLayout(Entity entity, Table table) {

    /// True while an entity is known only because another one refers to it.
    public static final ColumnName IS_INFERRED = column("_is_inferred");

    /// True while the latest change of an entity says that it is gone. Its row stays.
    public static final ColumnName IS_DELETED = column("_is_deleted");

    static EntityLayout of(Entity entity, Function<EntityName, Entity> entities, Schemas schemas) {
        List<Column> columns = new ArrayList<>();
        entity.key().forEach(key -> columns.add(Column.required(key.name(), key.type(), key.description())));
        entity.attributes().forEach(attribute -> columns.add(optional(attribute)));
        columns.add(Column.required(IS_INFERRED, new LogicalType.Bool(), "Known only because another row names it"));
        columns.add(Column.required(IS_DELETED, new LogicalType.Bool(), "Gone, as of the latest change"));
        columns.addAll(Bookkeeping.columns());
        Table table = new Table(
                tableOf(entity.name(), schemas),
                columns,
                names(entity.key()),
                entity.references().stream()
                        .filter(reference ->
                                entities.apply(reference.target()).permanence() instanceof KeyPermanence.Lasting)
                        .map(reference -> foreignKey(reference, entities.apply(reference.target()), schemas))
                        .toList(),
                List.of(),
                entity.description());
        return new EntityLayout(entity, table);
    }

    /// How many leading values of a row are its key.
    public int keyWidth() {
        return entity.key().size();
    }

    /// The index of the first attribute in a row.
    public int attributesAt() {
        return keyWidth();
    }

    /// The index of [#IS_INFERRED] in a row.
    public int inferredAt() {
        return keyWidth() + entity.attributes().size();
    }

    /// The index of [#IS_DELETED] in a row.
    public int deletedAt() {
        return inferredAt() + 1;
    }

    /// The index of the first [Bookkeeping] value in a row.
    public int bookkeepingAt() {
        return deletedAt() + 1;
    }

    /// How many values a row has.
    public int width() {
        return bookkeepingAt() + Bookkeeping.COUNT;
    }

    static TableName tableOf(EntityName entity, Schemas schemas) {
        return new TableName(schemas.normalized(), entity.value());
    }

    static List<ColumnName> names(List<Attribute> attributes) {
        return attributes.stream().map(Attribute::name).toList();
    }

    static Column optional(Attribute attribute) {
        return Column.optional(attribute.name(), attribute.type(), attribute.description());
    }

    private static ForeignKey foreignKey(Entity.Reference reference, Entity target, Schemas schemas) {
        return new ForeignKey(reference.columns(), tableOf(target.name(), schemas), names(target.key()));
    }
}
