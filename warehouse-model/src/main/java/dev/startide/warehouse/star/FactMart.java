package dev.startide.warehouse.star;

import java.util.List;

/// What a group of readers sees of one fact.
///
/// @param by what the rows are grouped by; empty shows the rows of the fact with their dimensions
///     side by side
/// @param measures what is shown of each group; empty where `by` is
/// @param windows what is shown beside each row; empty where `by` is not
/// @param history which version of a member a row is shown with
public record FactMart(
        MartName name,
        String description,
        FactName fact,
        List<Grouping> by,
        List<Aggregate> measures,
        List<Window> windows,
        History history)
        implements Mart {

    public FactMart {
        by = List.copyOf(by);
        measures = List.copyOf(measures);
        windows = List.copyOf(windows);
    }

    /// A mart without windows.
    public FactMart(
            MartName name,
            String description,
            FactName fact,
            List<Grouping> by,
            List<Aggregate> measures,
            History history) {
        this(name, description, fact, by, measures, List.of(), history);
    }

    /// A mart without windows that shows members as they were.
    public FactMart(MartName name, String description, FactName fact, List<Grouping> by, List<Aggregate> measures) {
        this(name, description, fact, by, measures, History.AS_WAS);
    }
}
