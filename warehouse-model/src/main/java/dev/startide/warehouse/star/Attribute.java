package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;

/// A named, typed value of an entity, a dimension member or a fact.
///
/// @param description what it means to a reader; may be empty
public record Attribute(ColumnName name, LogicalType type, String description) {}
