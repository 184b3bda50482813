package dev.startide.domain.star;

import dev.startide.domain.quality.QuarantinedEvent;
import java.util.List;

/// Everything that one batch changes, written in one transaction.
///
/// @param tables in the order in which they are written: referred-to tables first
/// @param rekeys done after the rows are written and before rows are deleted; their intervals do
///     not overlap
public record LoadWrites(
        List<TableWrites> tables, List<Rekey> rekeys, List<QuarantinedEvent> quarantined, List<CursorMove> cursors) {

    public LoadWrites {
        tables = List.copyOf(tables);
        rekeys = List.copyOf(rekeys);
        quarantined = List.copyOf(quarantined);
        cursors = List.copyOf(cursors);
    }

    /// How many rows of the warehouse's tables are written or deleted, re-keyed facts not counted.
    public int rows() {
        return tables.stream().mapToInt(TableWrites::rows).sum();
    }
}
