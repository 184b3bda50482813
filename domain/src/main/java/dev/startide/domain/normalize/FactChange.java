package dev.startide.domain.normalize;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.LanePosition;
import org.jspecify.annotations.Nullable;

/// What an event says of one fact, or that it is gone.
///
/// @param kind a change that says that the fact is gone fills no slot
/// @param slots the event time as an instant, then for each role the natural key of the member as a
///     [Key], the day as a [java.time.LocalDate], the time of day as a [java.time.LocalTime]
///     (unsaid for a junk dimension), the members of a bridge as [Shares], or
///     [dev.startide.warehouse.star.SpecialMember#INVALID] if what was said can be none of these,
///     then the flags of junk dimensions, then the stored inputs; null where the event says that
///     there is none, [Unsaid] where it said nothing
public record FactChange(
        Key grain,
        ChangeOrder order,
        ChangeKind kind,
        @Nullable Object[] slots,
        LanePosition cause) {

    /// A change that says how the fact is.
    public FactChange(Key grain, ChangeOrder order, @Nullable Object[] slots, LanePosition cause) {
        this(grain, order, ChangeKind.STATED, slots, cause);
    }

    /// A change that says that the fact is gone.
    ///
    /// @param width how many slots the fact has
    public static FactChange gone(Key grain, ChangeOrder order, int width, LanePosition cause) {
        return new FactChange(grain, order, ChangeKind.GONE, Unsaid.nothing(width), cause);
    }

    /// This change with what another one of the same event says besides.
    FactChange completedBy(FactChange other) {
        return new FactChange(grain, order, kind, Unsaid.filled(slots, other.slots), cause);
    }
}
