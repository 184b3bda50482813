package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.Identifier;

/// The name of a dimension.
public record DimensionName(String value) {

    public DimensionName {
        Identifier.require("dimension name", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
