package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.ColumnName;
import java.util.List;
import java.util.stream.Stream;

/// A business entity, kept as a normalized table that shows its current state.
///
/// @param key the attributes that identify one, at least one of them
/// @param attributes the other attributes, in table order
/// @param references the entities that it names
public record Entity(
        EntityName name,
        String description,
        List<Attribute> key,
        List<Attribute> attributes,
        List<Reference> references) {

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

    /// The place of an attribute among the attributes; -1 if it is none of them.
    public int attributeAt(ColumnName name) {
        return attributes.stream().map(Attribute::name).toList().indexOf(name);
    }

    /// Key and attributes, in table order.
    public Stream<Attribute> columns() {
        return Stream.concat(key.stream(), attributes.stream());
    }
}
