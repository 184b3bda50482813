package dev.startide.warehouse.mapping;

import dev.startide.warehouse.schema.Identifier;

/// The name of a type of event.
public record EventName(String value) {

    public EventName {
        Identifier.require("event name", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
