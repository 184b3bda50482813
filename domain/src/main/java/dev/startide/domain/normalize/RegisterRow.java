package dev.startide.domain.normalize;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a register is kept in the [Bookkeeping] columns of a row.
public final class RegisterRow {

    private RegisterRow() {}

    /// Reads a register.
    ///
    /// @param values the register's values, given away by the caller
    /// @param names what they are called
    /// @param row the row, with bookkeeping from index `at` on
    public static Register read(@Nullable Object[] values, List<String> names, @Nullable Object[] row, int at) {
        return read(values, names, ChangeKind.STATED, row, at);
    }

    /// Reads a register of a row that may be gone.
    ///
    /// @param values the register's values, given away by the caller
    /// @param names what they are called
    /// @param kind what the latest change says
    /// @param row the row, with bookkeeping from index `at` on
    public static Register read(
            @Nullable Object[] values, List<String> names, ChangeKind kind, @Nullable Object[] row, int at) {
        if (!(row[at] instanceof Instant changedAt
                && row[at + 1] instanceof Long sequence
                && row[at + 2] instanceof UUID id
                && row[at + 4] instanceof Integer lane
                && row[at + 5] instanceof Long position)) {
            return Register.empty(values.length);
        }
        ChangeOrder latest = new ChangeOrder(changedAt, sequence, EventDigest.of(id));
        String clock = row[at + 3] instanceof String text ? text : null;
        return Register.stored(
                values,
                Clock.read(clock, names, values, latest),
                latest,
                kind,
                new LanePosition(new LaneId(lane), position));
    }

    /// Writes the bookkeeping of a register into a row from index `at` on; leaves it null if
    /// nothing was ever said.
    public static void write(Register register, List<String> names, @Nullable Object[] row, int at) {
        ChangeOrder latest = register.latest();
        if (latest.equals(ChangeOrder.NEVER)) {
            return;
        }
        row[at] = latest.at();
        row[at + 1] = latest.sequence();
        row[at + 2] = latest.event().toUuid();
        row[at + 3] = Clock.write(names, register);
        row[at + 4] = register.cause().lane().value();
        row[at + 5] = register.cause().position();
    }
}
