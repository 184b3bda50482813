package dev.startide.domain.star;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.FactChange;
import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.layout.BookEntries;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.schema.ColumnName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Entries of a fact that is kept like a book, as rows.
final class EntryRows {

    private final FactLayout layout;
    private final FactRows rows;
    private final FactRows.Keys keys;

    /// The indexes, in a row, of the values that a reversal shows with the opposite sign.
    private final int[] negated;

    EntryRows(FactLayout layout, FactRows.Keys keys) {
        this.layout = layout;
        this.rows = new FactRows(layout);
        this.keys = keys;
        Set<ColumnName> names = BookEntries.negated(layout.fact());
        this.negated = IntStream.range(0, layout.fact().storedInputs().size())
                .filter(index ->
                        names.contains(layout.fact().storedInputs().get(index).name()))
                .map(index -> layout.storedInputsAt() + index)
                .toArray();
    }

    int slots() {
        return layout.slots();
    }

    void meet(FactChange change, FactRows.Keys met) {
        rows.meet(change, met);
    }

    List<@Nullable Object[]> write(Key grain, List<BookEntry> entries) {
        List<@Nullable Object[]> written = new ArrayList<>();
        for (BookEntry entry : entries) {
            written.add(write(grain, entry, written.size() + 1));
        }
        return written;
    }

    /// The primary key of an entry.
    Key keyOf(Key grain, int entry) {
        List<Object> parts = new ArrayList<>(grain.parts());
        parts.add(entry);
        return Key.of(parts.toArray());
    }

    private @Nullable Object[] write(Key grain, BookEntry entry, int number) {
        @Nullable Object[] row = rows.write(grain, entry.state(), keys);
        for (int index : negated) {
            Object opposite = negated(row[index]);
            row[index] = entry.kind() == BookEntry.Kind.REVERSAL ? opposite : row[index];
        }
        int own = layout.ownColumnsAt();
        row[own] = number;
        row[own + 1] = switch (entry.kind()) {
            case ORIGINAL -> BookEntries.ORIGINAL;
            case REVERSAL -> BookEntries.REVERSAL;
            case CORRECTION -> BookEntries.CORRECTION;
        };
        row[own + 2] = entry.booked().order().at();
        writeCause(entry.booked(), row);
        return row;
    }

    private void writeCause(FactChange booked, @Nullable Object[] row) {
        int at = layout.bookkeepingAt();
        row[at] = booked.order().at();
        row[at + 1] = booked.order().sequence();
        row[at + 2] = booked.order().event().toUuid();
        row[at + 3] = null;
        row[at + 4] = booked.cause().lane().value();
        row[at + 5] = booked.cause().position();
    }

    /// The value with the opposite sign, which is asked for before it is needed: a number that has
    /// none cannot be entered.
    private static @Nullable Object negated(@Nullable Object value) {
        try {
            return switch (value) {
                case null -> null;
                case Integer number -> Math.negateExact(number);
                case Long number -> Math.negateExact(number);
                case BigDecimal number -> number.negate();
                case Double number -> -number;
                default -> throw new IllegalStateException("A measure is no number");
            };
        } catch (ArithmeticException tooLow) {
            throw StartideException.because(
                    FailureCode.DATA_REFUSED, "A number has no opposite, so that it could not be reversed", tooLow);
        }
    }
}
