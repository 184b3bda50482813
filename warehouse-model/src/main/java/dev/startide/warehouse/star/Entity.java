package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.ColumnName;
import java.util.List;
import java.util.stream.Stream;

/// A business entity, kept as a normalized table that shows its current state.
///
/// @param key the attributes that identify one, at least one of them
/// @param attributes the other attributes, in table order
/// @param references the entities that it names
/// @param permanence whether one keeps its key for ever
public record Entity(
        EntityName name,
        String description,
        List<Attribute> key,
        List<Attribute> attributes,
        List<Reference> references,
        KeyPermanence permanence) {

    /// An entity that keeps its key.
    public Entity(
            EntityName name,
            String description,
            List<Attribute> key,
            List<Attribute> attributes,
            List<Reference> references) {
        this(name, description, key, attributes, references, new KeyPermanence.Lasting());
    }

    /// Columns that name a row of another entity, in the order of that entity's key.
    public record Reference(List<ColumnName> columns, EntityName target) {
        public Reference {
            columns = List.copyOf(columns);
        }
    }

    public Entity {
        key = List.copyOf(key);
        attributes = List.copyOf(attributes);
        references = List.copyOf(references);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("Entity %s has no key".formatted(name));
        }
    }

    /// The attributes that events call one by, in the order of the key.
    public List<Attribute> saidKey() {
        return switch (permanence) {
            case KeyPermanence.Lasting() -> key;
            case KeyPermanence.Changing(var said, var _) -> said;
        };
    }

    /// The place of an attribute among the attributes; -1 if it is none of them.
    public int attributeAt(ColumnName name) {
        return attributes.stream().map(Attribute::name).toList().indexOf(name);
    }

    /// Key and attributes, in table order.
    public Stream<Attribute> columns() {
        return Stream.concat(key.stream(), attributes.stream());
    }
}
