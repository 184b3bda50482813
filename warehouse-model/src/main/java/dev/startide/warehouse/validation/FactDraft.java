package dev.startide.warehouse.validation;

import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Fact;
import java.util.List;
import java.util.Map;

/// A fact, the events that feed it, and what its marts may name.
///
/// @param endings the events that say that it is gone
/// @param columns the columns that readers know, with their types
/// @param dimensions the dimension in each role
record FactDraft(
        Fact fact,
        List<RowScope> scopes,
        List<RowScope> endings,
        Map<ColumnName, LogicalType> columns,
        Catalogue<DimensionDraft> dimensions) {}
