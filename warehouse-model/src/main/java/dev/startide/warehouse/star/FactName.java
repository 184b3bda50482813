package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.Identifier;

/// The name of a fact.
public record FactName(String value) {

    public FactName {
        Identifier.require("fact name", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
