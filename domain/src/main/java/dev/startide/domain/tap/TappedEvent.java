package dev.startide.domain.tap;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.trial.EventFate;
import dev.startide.warehouse.mapping.SourceName;
import java.time.Instant;

/// An event of the raw log, as somebody sees it who watches.
///
/// @param says what the model reads in it
public record TappedEvent(LanePosition at, SourceName source, Instant arrivedAt, Says says, Standing standing) {

    /// What the model reads in an event.
    public sealed interface Says {

        /// It is of a type.
        ///
        /// @param key the values of the key of the first entity that it tells of, with commas between
        ///     them; empty if there are none
        record OfType(String type, String key, Instant happenedAt) implements Says {}

        /// Nothing that can be used, or that is wanted.
        record Nothing() implements Says {}
    }

    /// How far it has come.
    public sealed interface Standing {

        /// The load has not come to it.
        record Waiting() implements Standing {}

        /// The load has come past it.
        record Passed(EventFate fate) implements Standing {}
    }
}
