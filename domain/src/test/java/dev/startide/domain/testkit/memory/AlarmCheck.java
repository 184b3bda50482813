package dev.startide.domain.testkit.memory;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.layout.Bookkeeping;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.schema.Alarm;
import dev.startide.warehouse.schema.TableName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Refuses versions that contradict each other, as the database does when a transaction commits.
///
/// @param tables all tables as they are going to be
record AlarmCheck(Map<TableName, InMemoryTable> tables) {

    private static final Instant EARLIEST_END = MemberLayout.OPEN_START.plus(1, ChronoUnit.MICROS);

    /// @throws StartideException `HISTORY_BROKEN` if a row of the table contradicts another
    void check(InMemoryTable table) {
        for (Alarm alarm : table.table().alarms()) {
            Map<Object, NavigableMap<Instant, @Nullable Object[]>> members = new TreeMap<>();
            int memberAt = table.indexOf(alarm.member());
            for (@Nullable Object[] row : table.rows()) {
                members.computeIfAbsent(row[memberAt], _ -> new TreeMap<>())
                        .put((Instant) row[table.indexOf(MemberLayout.VALID_FROM)], row);
            }
            members.values().forEach(versions -> check(table, alarm, versions));
        }
    }

    private void check(InMemoryTable table, Alarm alarm, NavigableMap<Instant, @Nullable Object[]> versions) {
        if (!versions.firstKey().equals(MemberLayout.OPEN_START)) {
            throw broken(table, "has a member that begins late");
        }
        versions.forEach((from, row) -> {
            Instant until = (Instant) row[table.indexOf(MemberLayout.VALID_TO)];
            boolean isCurrent = (Boolean) row[table.indexOf(MemberLayout.IS_CURRENT)];
            Instant next = versions.higherKey(from);
            Instant due = next == null ? MemberLayout.OPEN_END : next;
            if (isCurrent != until.equals(MemberLayout.OPEN_END) || until.isAfter(due)) {
                throw broken(table, "has versions that hold at one instant");
            }
            if (until.isBefore(due) && !mayEnd(alarm.gaps(), table, row, until)) {
                throw broken(table, "has a gap between versions");
            }
        });
    }

    private boolean mayEnd(Alarm.Gaps gaps, InMemoryTable table, @Nullable Object[] row, Instant until) {
        return switch (gaps) {
            case Alarm.Gaps.Never() -> false;
            case Alarm.Gaps.AfterDelete(var name, var keyColumns) -> {
                InMemoryTable changes = tables.get(name);
                Key key = table.keyIn(row, keyColumns).orElseThrow();
                yield changes.rows().stream()
                        .filter(change -> changes.keyIn(change, keyColumns)
                                .filter(key::equals)
                                .isPresent())
                        .filter(change -> (Boolean) change[changes.indexOf(EntityLayout.IS_DELETED)])
                        .map(change -> (Instant) change[changes.indexOf(Bookkeeping.CHANGED_AT)])
                        .anyMatch(at -> until.equals(at.isBefore(EARLIEST_END) ? EARLIEST_END : at));
            }
        };
    }

    private static StartideException broken(InMemoryTable table, String what) {
        return StartideException.because(
                FailureCode.HISTORY_BROKEN, "%s %s".formatted(table.table().name(), what));
    }
}
