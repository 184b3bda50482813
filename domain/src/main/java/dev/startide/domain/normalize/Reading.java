package dev.startide.domain.normalize;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quality.Rejection;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.SourceName;
import java.util.Optional;

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
    ///
    /// @param kind which kind of event it is, if that was recognised
    record Refused(LanePosition at, SourceName source, Rejection rejection, Optional<EventName> kind)
            implements Reading {

        /// An event whose kind was not recognised.
        public Refused(LanePosition at, SourceName source, Rejection rejection) {
            this(at, source, rejection, Optional.empty());
        }
    }

    /// A rule of the model says that it is not meant for the warehouse.
    ///
    /// @param rule the name of the rule
    record Ignored(LanePosition at, SourceName source, String rule) implements Reading {

        /// The rule for events that are of no declared kind.
        public static final String NO_EVENT_TYPE = "no event type matches";

        /// The rule for events that an operator has discarded.
        public static final String DISCARDED = "discarded";

        /// The rule for messages without a value that follow a delete, for the broker to drop what
        /// came before.
        public static final String TOMBSTONE = "change data: a tombstone";

        /// The rule for envelopes that say that a table was emptied, row by row unknown.
        public static final String TRUNCATE = "change data: a truncate is not followed";

        /// The rule for messages that only say that a connector lives.
        public static final String HEARTBEAT = "change data: a heartbeat";

        /// The rule for messages that say where a transaction begins or ends.
        public static final String TRANSACTION = "change data: a boundary of a transaction";

        /// The rule for messages that say that a table was changed, not a row.
        public static final String SCHEMA_CHANGE = "change data: a change of a schema";

        /// The rule for the old key of a row whose key was changed, where that is followed: the row
        /// with the new key says all.
        public static final String KEY_CHANGED = "change data: the row has another key now";

        /// The rule for messages that somebody wrote into the database's log.
        public static final String MESSAGE = "change data: a message in the log";
    }
}
