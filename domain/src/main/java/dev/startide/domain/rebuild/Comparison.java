package dev.startide.domain.rebuild;

import java.util.List;

/// Live and rebuilt tables side by side, at the same cursors.
///
/// @param tables one entry for each table, also where nothing differs
/// @param accounts lanes whose numbers differ
public record Comparison(List<TableDifference> tables, List<AccountDifference> accounts) {

    public Comparison {
        tables = List.copyOf(tables);
        accounts = List.copyOf(accounts);
    }

    /// The tables that differ.
    public List<TableDifference> differing() {
        return tables.stream().filter(table -> !table.isNone()).toList();
    }
}
