package dev.startide.domain.testkit.memory;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.quality.EventStanding;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quarantine.QuarantineNotice;
import dev.startide.domain.star.CursorMove;
import dev.startide.domain.star.IgnoredRun;
import dev.startide.domain.star.LoadWrites;
import dev.startide.domain.star.Recount;
import dev.startide.domain.star.Rekey;
import dev.startide.domain.star.TableWrites;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.schema.Enforcement;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.TableName;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// One write: works on copies of the tables and puts them in place when everything went well.
final class Transaction {

    private final InMemoryDatabase database;
    private final BiPredicate<TableName, @Nullable Object[]> refuses;
    private final Map<TableName, InMemoryTable> changed = new TreeMap<>();

    Transaction(InMemoryDatabase database, BiPredicate<TableName, @Nullable Object[]> refuses) {
        this.database = database;
        this.refuses = refuses;
    }

    void write(LoadWrites writes, long epoch) {
        requireEpoch(epoch);
        writes.cursors().forEach(this::requireCursor);
        writes.tables().forEach(this::writeRows);
        changed.values().forEach(InMemoryTable::requireUnique);
        writes.rekeys().forEach(this::rekey);
        writes.tables().forEach(this::delete);
        requireTargets();
        changed.values().forEach(new AlarmCheck(tables())::check);
        database.tables().putAll(changed);
        writes.quarantined().forEach(this::setAside);
        writes.ignored().forEach(this::ignore);
        writes.recounts().forEach(this::recount);
        writes.retried().forEach(database.actions()::answer);
        writes.cursors()
                .forEach(move -> database.accounts()
                        .put(move.lane(), database.account(move.lane()).after(move)));
    }

    private void setAside(QuarantinedEvent event) {
        boolean wasThere = database.quarantined().removeIf(before -> before.at().equals(event.at()));
        database.quarantined().add(event);
        int attempts = database.attempts().merge(event.at(), 1, (before, more) -> wasThere ? before + more : more);
        database.notices().add(new QuarantineNotice(database.nextNotice(), event, attempts, AskedActions.NOON));
    }

    private void ignore(IgnoredRun run) {
        for (long position = run.first(); position <= run.last(); position++) {
            database.ignored().put(new LanePosition(run.lane(), position), run.rule());
        }
    }

    private void recount(Recount recount) {
        LanePosition at = recount.at();
        if (!(recount.is() instanceof EventStanding.Quarantined)) {
            database.quarantined().removeIf(event -> event.at().equals(at));
        }
        database.ignored().remove(at);
        if (recount.is() instanceof EventStanding.Ignored(var rule)) {
            database.ignored().put(at, rule);
        }
        database.accounts().put(at.lane(), database.account(at.lane()).after(recount));
    }

    private void requireEpoch(long epoch) {
        if (epoch != database.loaderEpoch()) {
            throw StartideException.because(FailureCode.FENCED, "Another process has taken over the load");
        }
    }

    private void requireCursor(CursorMove move) {
        long cursor = database.account(move.lane()).cursor();
        if (cursor != move.after()) {
            throw StartideException.because(
                    FailureCode.FENCED,
                    "Lane %s is loaded up to %d, not %d".formatted(move.lane(), cursor, move.after()));
        }
    }

    private void writeRows(TableWrites writes) {
        InMemoryTable table = toChange(writes.table().name());
        for (@Nullable Object[] row : writes.inserts()) {
            check(table, row);
            if (writes.existing() == TableWrites.Existing.KEEP && table.hasKeyOf(row)) {
                continue;
            }
            table.insert(row);
        }
        for (@Nullable Object[] row : writes.updates()) {
            check(table, row);
            table.update(row);
        }
    }

    private void check(InMemoryTable table, @Nullable Object[] row) {
        RowCheck.check(table.table(), row);
        if (refuses.test(table.table().name(), row)) {
            throw StartideException.because(
                    FailureCode.DATA_REFUSED,
                    "%s refuses a row".formatted(table.table().name()));
        }
    }

    private void rekey(Rekey rekey) {
        InMemoryTable table = toChange(rekey.fact());
        int keyAt = table.indexOf(rekey.keyColumn());
        int timeAt = table.indexOf(FactLayout.EVENT_TIME);
        for (@Nullable Object[] row : table.rows()) {
            Instant time = (Instant) row[timeAt];
            if (row[keyAt].equals(rekey.oldVersion()) && !time.isBefore(rekey.from()) && time.isBefore(rekey.until())) {
                Key at = table.keyOf(row);
                table.set(at, keyAt, rekey.newVersion());
                switch (rekey.beside()) {
                    case Rekey.Beside.Nothing() -> {}
                    case Rekey.Beside.Combination(var column, var key) -> table.set(at, table.indexOf(column), key);
                    case Rekey.Beside.Member(var column, var key) -> table.set(at, table.indexOf(column), key);
                }
            }
        }
    }

    private void delete(TableWrites writes) {
        InMemoryTable table = toChange(writes.table().name());
        writes.deletes().forEach(table::delete);
    }

    private void requireTargets() {
        for (InMemoryTable table : tables().values()) {
            for (ForeignKey foreignKey : table.table().foreignKeys()) {
                if (isTouched(table, foreignKey) && InMemoryKeys.isBroken(tables(), table, foreignKey)) {
                    throw StartideException.because(
                            FailureCode.INVARIANT_BROKEN,
                            "A row of %s refers to a row that %s does not have"
                                    .formatted(table.table().name(), foreignKey.target()));
                }
            }
        }
    }

    private boolean isTouched(InMemoryTable table, ForeignKey foreignKey) {
        return foreignKey.enforcement() == Enforcement.ENFORCED
                && (changed.containsKey(table.table().name()) || changed.containsKey(foreignKey.target()));
    }

    private Map<TableName, InMemoryTable> tables() {
        Map<TableName, InMemoryTable> tables = new TreeMap<>(database.tables());
        tables.putAll(changed);
        return tables;
    }

    private InMemoryTable toChange(TableName name) {
        return changed.computeIfAbsent(name, _ -> database.table(name).copy());
    }
}
