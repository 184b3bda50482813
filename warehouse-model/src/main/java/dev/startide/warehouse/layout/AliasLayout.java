package dev.startide.warehouse.layout;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.Index;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.KeyPermanence;
import java.util.ArrayList;
import java.util.List;

/// The keys of those individuals of an entity that have more than one: for each key the one that
/// identifies the individual, which is the least of them and leads to itself.
///
/// A row is a key as events call it, and the key that identifies.
public record AliasLayout(Entity entity, Table table) {

    /// Two underscores keep it apart from every entity: names of models have no double underscore.
    private static final String SUFFIX = "__key";

    static AliasLayout of(Entity entity, KeyPermanence.Changing keys, Schemas schemas) {
        List<Column> columns = new ArrayList<>();
        keys.said().forEach(part -> columns.add(Column.required(part.name(), part.type(), part.description())));
        entity.key().forEach(part -> columns.add(Column.required(part.name(), part.type(), part.description())));
        return new AliasLayout(
                entity,
                new Table(
                        tableOf(entity, schemas),
                        columns,
                        EntityLayout.names(keys.said()),
                        List.of(),
                        List.of(Index.plain(EntityLayout.names(entity.key()))),
                        "Keys of each %s that has several".formatted(entity.name())));
    }

    private static TableName tableOf(Entity entity, Schemas schemas) {
        return new TableName(schemas.normalized(), entity.name() + SUFFIX);
    }

    /// How many values of a row are the key; as many more identify the individual.
    public int keyWidth() {
        return entity.key().size();
    }

    /// The attributes that events call an individual by.
    public List<Attribute> said() {
        return entity.saidKey();
    }
}
