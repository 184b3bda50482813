package dev.startide.domain.star;

import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quarantine.Retried;
import java.util.List;

/// Everything that one batch changes, written in one transaction.
///
/// @param tables in the order in which they are written: referred-to tables first
/// @param rekeys done after the rows are written and before rows are deleted; their intervals do
///     not overlap
/// @param ignored which of the events that cursors move past were set aside by a rule
/// @param recounts events that cursors have moved past before, and that count otherwise now
/// @param retried events that somebody has asked to try again, and what became of them
public record LoadWrites(
        List<TableWrites> tables,
        List<Rekey> rekeys,
        List<QuarantinedEvent> quarantined,
        List<CursorMove> cursors,
        List<IgnoredRun> ignored,
        List<Recount> recounts,
        List<Retried> retried) {

    public LoadWrites {
        tables = List.copyOf(tables);
        rekeys = List.copyOf(rekeys);
        quarantined = List.copyOf(quarantined);
        cursors = List.copyOf(cursors);
        ignored = List.copyOf(ignored);
        recounts = List.copyOf(recounts);
        retried = List.copyOf(retried);
    }

    /// Writes of which no event was ignored.
    public LoadWrites(
            List<TableWrites> tables,
            List<Rekey> rekeys,
            List<QuarantinedEvent> quarantined,
            List<CursorMove> cursors) {
        this(tables, rekeys, quarantined, cursors, List.of(), List.of(), List.of());
    }

    /// The same rows, and what they mean for the accounts.
    public LoadWrites counting(List<IgnoredRun> runs, List<Recount> again) {
        return new LoadWrites(tables, rekeys, quarantined, cursors, runs, again, retried);
    }

    /// The same, as an answer to those who have asked to try events again.
    public LoadWrites answering(List<Retried> answers) {
        return new LoadWrites(tables, rekeys, quarantined, cursors, ignored, recounts, answers);
    }

    /// An answer that writes no row.
    public static LoadWrites onlyAnswering(List<Retried> answers) {
        return new LoadWrites(List.of(), List.of(), List.of(), List.of()).answering(answers);
    }

    /// How many rows of the warehouse's tables are written or deleted, re-keyed facts not counted.
    public int rows() {
        return tables.stream().mapToInt(TableWrites::rows).sum();
    }
}
