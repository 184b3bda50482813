package dev.startide.domain.quarantine;

import java.time.Instant;

/// What was done, or is being done, with events of the quarantine.
///
/// @param why in the words of whoever wanted it; may be empty
/// @param about which events were meant, in words
public record QuarantineAction(long id, Name name, String by, Instant at, String why, String about, Outcomes outcomes) {

    /// What is done. Stands in a table: never rename one.
    public enum Name {
        RETRY,
        EDIT,
        DISCARD,

        /// A source that was paused goes on. It is about no single events.
        RESUME;

        public static Name of(ActionOrder.Verb verb) {
            return switch (verb) {
                case ActionOrder.Verb.Retry _ -> RETRY;
                case ActionOrder.Verb.Edit _ -> EDIT;
                case ActionOrder.Verb.Discard _ -> DISCARD;
            };
        }
    }

    /// What became of the events of an action.
    ///
    /// @param waiting how many the loader has not come to yet
    public record Outcomes(long waiting, long loaded, long quarantined, long ignored) {

        /// How many events it is about.
        public long events() {
            return waiting + loaded + quarantined + ignored;
        }

        /// How many the loader has come to.
        public long done() {
            return events() - waiting;
        }
    }
}
