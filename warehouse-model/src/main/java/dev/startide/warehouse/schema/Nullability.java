package dev.startide.warehouse.schema;

/// Whether a column may be empty.
public enum Nullability {
    REQUIRED,
    OPTIONAL
}
