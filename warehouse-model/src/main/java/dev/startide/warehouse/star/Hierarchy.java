package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.ColumnName;
import java.util.List;

/// A way to sum up by attributes of a dimension, level by level.
///
/// @param levels attributes from the coarsest to the finest; a value of one belongs to one value of
///     the level before it
public record Hierarchy(ColumnName name, List<ColumnName> levels) {
    public Hierarchy {
        levels = List.copyOf(levels);
    }
}
