package dev.startide.domain.star;

import dev.startide.domain.normalize.FactChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Register;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.star.FactKind;
import dev.startide.warehouse.star.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The rows of a periodic fact: how a thing stood at the end of each closed period, from its first
/// change on and while it is not gone.
final class PeriodRows {

    private final FactLayout layout;
    private final FactKind.Periodic kind;
    private final ZoneId zone;
    private final FactRows rows;
    private final FactRows.Keys keys;

    PeriodRows(FactLayout layout, FactKind.Periodic kind, ZoneId zone, FactRows.Keys keys) {
        this.layout = layout;
        this.kind = kind;
        this.zone = zone;
        this.rows = new FactRows(layout);
        this.keys = keys;
    }

    FactLayout layout() {
        return layout;
    }

    /// The first day of the period that an instant belongs to.
    LocalDate periodOf(Instant at) {
        return kind.every().periodOf(LocalDate.ofInstant(at, zone));
    }

    /// Whether a period is over at the beginning of a day.
    boolean isClosed(LocalDate period, LocalDate until) {
        return !kind.every().after(period).isAfter(until);
    }

    void meet(FactChange change) {
        rows.meet(change, keys);
    }

    /// The rows of the closed periods of one thing.
    ///
    /// @param inOrder all its changes, each once, in their total order
    /// @param from no row of an earlier period is asked for
    /// @param until the periods that are over at the beginning of this day are closed
    SortedMap<LocalDate, @Nullable Object[]> of(Key grain, List<FactChange> inOrder, LocalDate from, LocalDate until) {
        SortedMap<LocalDate, @Nullable Object[]> found = new TreeMap<>();
        if (inOrder.isEmpty()) {
            return found;
        }
        Register said = Register.empty(layout.slots());
        int told = 0;
        LocalDate period = latest(
                periodOf(inOrder.getFirst().order().at()), from, kind.every().periodOf(kind.from()));
        while (isClosed(period, until)) {
            Instant end = kind.every().after(period).atStartOfDay(zone).toInstant();
            while (told < inOrder.size() && inOrder.get(told).order().at().isBefore(end)) {
                FactChange change = inOrder.get(told++);
                said.accept(change.order(), change.kind(), change.slots(), change.cause());
            }
            if (!said.isGone()) {
                found.put(period, row(grain, period, end, said));
            }
            period = kind.every().after(period);
        }
        return found;
    }

    /// The primary key of a row.
    Key keyOf(Key grain, LocalDate period) {
        List<Object> parts = new ArrayList<>(grain.parts());
        parts.add(period);
        return Key.of(parts.toArray());
    }

    /// Members are looked up as of the last instant of the period.
    private @Nullable Object[] row(Key grain, LocalDate period, Instant end, Register said) {
        @Nullable
        Object[] row = rows.write(
                grain, end.minus(1, ChronoUnit.MICROS), slot -> isPeriod(slot) ? period : said.value(slot), keys);
        row[layout.ownColumnsAt()] = period;
        int at = layout.bookkeepingAt();
        row[at] = said.latest().at();
        row[at + 1] = said.latest().sequence();
        row[at + 2] = said.latest().event().toUuid();
        row[at + 4] = said.cause().lane().value();
        row[at + 5] = said.cause().position();
        return row;
    }

    /// Whether a slot holds the day of the period in a role, which no event tells.
    private boolean isPeriod(int slot) {
        List<Role> roles = layout.fact().roles();
        return slot >= 1
                && slot <= roles.size()
                && roles.get(slot - 1).inputs().contains(layout.fact().time());
    }

    private static LocalDate latest(LocalDate first, LocalDate second, LocalDate third) {
        LocalDate later = first.isAfter(second) ? first : second;
        return later.isAfter(third) ? later : third;
    }
}
