package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.Identifier;

/// The name of a mart.
public record MartName(String value) {

    public MartName {
        Identifier.require("mart name", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
