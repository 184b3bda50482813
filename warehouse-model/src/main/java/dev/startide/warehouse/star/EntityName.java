package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.Identifier;

/// The name of an entity.
public record EntityName(String value) {

    public EntityName {
        Identifier.require("entity name", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
