package dev.startide.warehouse.mapping;

import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import java.util.List;

/// A declared field of an event.
public sealed interface Field {

    ColumnName name();

    /// A single value.
    ///
    /// @param allowed the only values it may have, as text; empty allows all
    record Scalar(
            ColumnName name,
            LogicalType type,
            Presence presence,
            ValueSource value,
            List<String> allowed,
            String description)
            implements Field {
        public Scalar {
            allowed = List.copyOf(allowed);
        }
    }

    /// A list of elements, each with fields of its own.
    record Nested(ColumnName name, FieldGroup element) implements Field {}

    /// Whether an event without the field, or with null in it, can be used.
    enum Presence {
        REQUIRED,
        OPTIONAL
    }

    /// Where a value is found.
    sealed interface ValueSource {

        /// Under the field's own name.
        record SameName() implements ValueSource {}

        /// A CEL expression over the whole event, which it calls `event`.
        record Cel(String expression) implements ValueSource {}

        /// Whatever the payload, or the element, has that is unknown, as one object.
        record Unknown() implements ValueSource {}
    }
}
