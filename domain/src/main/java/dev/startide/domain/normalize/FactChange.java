package dev.startide.domain.normalize;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.LanePosition;
import org.jspecify.annotations.Nullable;

/// What an event says of one fact.
///
/// @param slots the event time as an instant, then for each role the natural key of the member as a
///     [Key] or the day as a [java.time.LocalDate], then the stored inputs; null where the event
///     says that there is none, [Unsaid] where it said nothing
public record FactChange(
        Key grain, ChangeOrder order, @Nullable Object[] slots, LanePosition cause) {}
