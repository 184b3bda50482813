package dev.startide.warehouse.mapping;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.schema.ColumnName;

/// What becomes of fields of a payload that the model knows nothing of.
///
/// Known is what a field is read from, and what an expression looks at.
public enum UnknownFields {
    /// They stay in the raw log.
    IGNORE,

    /// An event that has any cannot be used.
    QUARANTINE,

    /// They become one more field, a document, of the event, or of the element of a list that has
    /// them.
    OVERFLOW;

    /// The field, and the column, that holds them. No declared field of such an event
    /// can be called so.
    public static final ColumnName OVERFLOW_COLUMN = column("unknown_fields");
}
