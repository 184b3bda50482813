package dev.startide.domain.event;

import java.util.List;

/// What became of a batch, durably.
///
/// @param lane the lane to write the next batch to
/// @param outcomes one for each event, in the order of the batch
public record IngestReceipt(OpenLane lane, List<Outcome> outcomes) {

    public IngestReceipt {
        outcomes = List.copyOf(outcomes);
    }

    /// What became of one event.
    public sealed interface Outcome {

        /// Logged at this position.
        record Accepted(LanePosition at) implements Outcome {}

        /// Logged before, or earlier in the same batch, perhaps as a conflict; nothing was written.
        record Duplicate() implements Outcome {}

        /// Logged, but it will be quarantined: its id belongs to an event of other content.
        record Conflicting(LanePosition at) implements Outcome {}
    }

    public long accepted() {
        return outcomes.stream().filter(Outcome.Accepted.class::isInstance).count();
    }

    public long duplicates() {
        return outcomes.stream().filter(Outcome.Duplicate.class::isInstance).count();
    }
}
