package dev.startide.domain.normalize;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The current values of one row: for each attribute the value of the latest change that spoke of
/// it.
///
/// A change may say that the row is gone. The values stay as they were last said, and the next
/// statement brings the row back.
///
/// Accepting changes is commutative, associative and idempotent, so any order, doubling or batching
/// of the same changes gives the same register. This is the last-writer-wins register of Shapiro et
/// al., *A comprehensive study of Convergent and Commutative Replicated Data Types* (2011), one for
/// each attribute, ordered by [ChangeOrder].
public final class Register {

    private static final LanePosition NOWHERE = new LanePosition(new LaneId(0), 0);

    private final @Nullable Object[] values;
    private final ChangeOrder[] said;
    private ChangeOrder latest;
    private ChangeKind kind;
    private LanePosition cause;

    private Register(
            @Nullable Object[] values, ChangeOrder[] said, ChangeOrder latest, ChangeKind kind, LanePosition cause) {
        this.values = values;
        this.said = said;
        this.latest = latest;
        this.kind = kind;
        this.cause = cause;
    }

    /// A register of which nothing has been said.
    public static Register empty(int attributes) {
        ChangeOrder[] said = new ChangeOrder[attributes];
        Arrays.fill(said, ChangeOrder.NEVER);
        return new Register(new Object[attributes], said, ChangeOrder.NEVER, ChangeKind.STATED, NOWHERE);
    }

    /// A register as it was stored.
    ///
    /// @param values not copied
    /// @param said for each attribute the change that it is from; not copied
    /// @param kind what the latest change says
    static Register stored(
            @Nullable Object[] values, ChangeOrder[] said, ChangeOrder latest, ChangeKind kind, LanePosition cause) {
        return new Register(values, said, latest, kind, cause);
    }

    /// The same register, to be changed without changing this one.
    public Register copy() {
        return new Register(values.clone(), said.clone(), latest, kind, cause);
    }

    /// Takes in a change that says how the row is.
    ///
    /// @return whether the row that stores this register changes
    public boolean accept(ChangeOrder order, @Nullable Object[] statement, LanePosition at) {
        return accept(order, ChangeKind.STATED, statement, at);
    }

    /// Takes a change in.
    ///
    /// @param statement aligned with the attributes, [Unsaid] where the change said nothing
    /// @return whether the row that stores this register changes
    public boolean accept(ChangeOrder order, ChangeKind said, @Nullable Object[] statement, LanePosition at) {
        boolean changed = takeValues(order, statement);
        if (order.isAfter(latest)) {
            latest = order;
            kind = said;
            cause = at;
            changed = true;
        }
        return changed;
    }

    /// Takes in everything that another register of the same row has taken in.
    public void absorb(Register other) {
        for (int index = 0; index < values.length; index++) {
            if (other.said[index].isAfter(said[index])) {
                values[index] = other.values[index];
                said[index] = other.said[index];
            }
        }
        if (other.latest.isAfter(latest)) {
            latest = other.latest;
            kind = other.kind;
            cause = other.cause;
        }
    }

    private boolean takeValues(ChangeOrder order, @Nullable Object[] statement) {
        boolean changed = false;
        for (int index = 0; index < values.length; index++) {
            if (statement[index] != Unsaid.UNSAID && order.isAfter(said[index])) {
                values[index] = statement[index];
                said[index] = order;
                changed = true;
            }
        }
        return changed;
    }

    /// The order of the latest change; [ChangeOrder#NEVER] if there was none.
    public ChangeOrder latest() {
        return latest;
    }

    /// Whether the row is gone, as of its latest change.
    public boolean isGone() {
        return kind == ChangeKind.GONE;
    }

    /// Where the latest change was logged. Meaningless before the first change.
    public LanePosition cause() {
        return cause;
    }

    /// The value of an attribute; null if the latest statement was null, or if there was none.
    public @Nullable Object value(int attribute) {
        return values[attribute];
    }

    /// The change that the value of an attribute is from.
    ChangeOrder said(int attribute) {
        return said[attribute];
    }

    /// How many attributes there are.
    public int width() {
        return values.length;
    }

    @Override
    public String toString() {
        return "%d values as of %s".formatted(values.length, latest);
    }
}
