package dev.startide.domain.star;

import dev.startide.domain.normalize.FactChange;
import dev.startide.domain.normalize.Register;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry of a fact that is kept like a book.
///
/// @param state what is entered, or cancelled
/// @param booked the change that made the entry
record BookEntry(Kind kind, Register state, FactChange booked) {

    /// What an entry does.
    enum Kind {
        /// It is the first of its grain.
        ORIGINAL,

        /// It cancels the entry before it.
        REVERSAL,

        /// It says what holds from then on.
        CORRECTION
    }

    /// The entries that changes make: the first state is entered, and whenever it becomes another
    /// one, it is cancelled and the other is entered; what is gone is only cancelled.
    ///
    /// @param inOrder the changes of one grain, each once, in their total order
    /// @param slots how many slots a change has
    static List<BookEntry> of(List<FactChange> inOrder, int slots) {
        List<BookEntry> entries = new ArrayList<>();
        Register said = Register.empty(slots);
        Register standing = null;
        for (FactChange change : inOrder) {
            said.accept(change.order(), change.kind(), change.slots(), change.cause());
            if (standing != null && (said.isGone() || !sameValues(standing, said))) {
                entries.add(new BookEntry(Kind.REVERSAL, standing, change));
                standing = null;
            }
            if (standing == null && !said.isGone()) {
                standing = said.copy();
                entries.add(new BookEntry(entries.isEmpty() ? Kind.ORIGINAL : Kind.CORRECTION, standing, change));
            }
        }
        return entries;
    }

    private static boolean sameValues(Register left, Register right) {
        return Arrays.deepEquals(values(left), values(right));
    }

    private static @Nullable Object[] values(Register register) {
        @Nullable Object[] values = new Object[register.width()];
        for (int slot = 0; slot < values.length; slot++) {
            values[slot] = register.value(slot);
        }
        return values;
    }
}
