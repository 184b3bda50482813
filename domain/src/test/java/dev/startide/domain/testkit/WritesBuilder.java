package dev.startide.domain.testkit;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.star.CursorMove;
import dev.startide.domain.star.LoadWrites;
import dev.startide.domain.star.Rekey;
import dev.startide.domain.star.TableWrites;
import dev.startide.warehouse.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds what a batch writes. Immutable; tables are written in the order in which they are first
/// mentioned.
public record WritesBuilder(
        List<TableWrites> tables, List<Rekey> rekeys, List<QuarantinedEvent> quarantined, List<CursorMove> cursors) {

    public static WritesBuilder aWrite() {
        return new WritesBuilder(List.of(), List.of(), List.of(), List.of());
    }

    public WritesBuilder inserting(Table table, @Nullable Object[]... rows) {
        return plus(new TableWrites(table, List.of(rows), List.of(), List.of()));
    }

    /// Inserts rows unless the table has them.
    public WritesBuilder insertingMissing(Table table, @Nullable Object[]... rows) {
        return plus(new TableWrites(table, List.of(rows), List.of(), List.of(), TableWrites.Existing.KEEP));
    }

    public WritesBuilder updating(Table table, @Nullable Object[]... rows) {
        return plus(new TableWrites(table, List.of(), List.of(rows), List.of()));
    }

    public WritesBuilder deleting(Table table, Key... keys) {
        return plus(new TableWrites(table, List.of(), List.of(), List.of(keys)));
    }

    public WritesBuilder rekeying(Rekey... more) {
        return new WritesBuilder(tables, joined(rekeys, List.of(more)), quarantined, cursors);
    }

    public WritesBuilder quarantining(QuarantinedEvent... more) {
        return new WritesBuilder(tables, rekeys, joined(quarantined, List.of(more)), cursors);
    }

    public WritesBuilder moving(CursorMove... more) {
        return new WritesBuilder(tables, rekeys, quarantined, joined(cursors, List.of(more)));
    }

    public LoadWrites build() {
        return new LoadWrites(tables, rekeys, quarantined, cursors);
    }

    private WritesBuilder plus(TableWrites more) {
        List<TableWrites> all = new ArrayList<>(tables);
        for (int index = 0; index < all.size(); index++) {
            if (all.get(index).table().equals(more.table())) {
                all.set(index, joined(all.get(index), more));
                return new WritesBuilder(all, rekeys, quarantined, cursors);
            }
        }
        all.add(more);
        return new WritesBuilder(all, rekeys, quarantined, cursors);
    }

    private static TableWrites joined(TableWrites left, TableWrites right) {
        return new TableWrites(
                left.table(),
                joined(left.inserts(), right.inserts()),
                joined(left.updates(), right.updates()),
                joined(left.deletes(), right.deletes()));
    }

    private static <T> List<T> joined(List<T> left, List<T> right) {
        List<T> all = new ArrayList<>(left);
        all.addAll(right);
        return List.copyOf(all);
    }
}
