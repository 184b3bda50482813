package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.ColumnName;
import java.util.List;

/// What a group of readers sees of several facts side by side: one row for each group that any of
/// them has.
///
/// @param sides the facts, each grouped by attributes of the same dimensions, in the same order
/// @param by what these attributes are called
/// @param measures the measures of all sides, in the order in which they are shown
public record CombinedMart(
        MartName name, String description, List<FactMart> sides, List<ColumnName> by, List<ColumnName> measures)
        implements Mart {

    public CombinedMart {
        sides = List.copyOf(sides);
        by = List.copyOf(by);
        measures = List.copyOf(measures);
    }
}
