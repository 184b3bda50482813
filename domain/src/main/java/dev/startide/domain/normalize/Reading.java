package dev.startide.domain.normalize;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quality.Rejection;
import dev.startide.warehouse.mapping.SourceName;

/// What came of reading a logged event.
public sealed interface Reading {

    LanePosition at();

    SourceName source();

    /// It is of a known kind, and every field is well.
    record Typed(SourceName source, TypedEvent event) implements Reading {
        @Override
        public LanePosition at() {
            return event.cause();
        }
    }

    /// It cannot be used.
    record Refused(LanePosition at, SourceName source, Rejection rejection) implements Reading {}

    /// A rule of the model says that it is not meant for the warehouse.
    ///
    /// @param rule the name of the rule
    record Ignored(LanePosition at, SourceName source, String rule) implements Reading {

        /// The rule for events that are of no declared kind.
        public static final String NO_EVENT_TYPE = "no event type matches";
    }
}
