package dev.startide.warehouse.mapping;

import dev.startide.warehouse.schema.Identifier;

/// The name of a source.
public record SourceName(String value) {

    public SourceName {
        Identifier.require("source name", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
