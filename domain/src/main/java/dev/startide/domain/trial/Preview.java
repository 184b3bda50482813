package dev.startide.domain.trial;

import java.util.List;

/// What events would become in a warehouse that has nothing yet.
///
/// @param tables those that have rows, in the order of the model
/// @param fates what became of each event, in the order in which they were given
public record Preview(List<Rows> tables, List<EventFate> fates) {

    public Preview {
        tables = List.copyOf(tables);
        fates = List.copyOf(fates);
    }

    /// The rows of a table.
    ///
    /// @param table its kind and name, such as `fact.sale`
    public record Rows(String table, List<String> columns, List<SeenRow> rows) {
        public Rows {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }
}
