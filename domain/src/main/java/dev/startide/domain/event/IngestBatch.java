package dev.startide.domain.event;

import java.util.List;

/// Events of one lane, to be logged all or none.
///
/// @param lane the lane as it was opened or last advanced
/// @param reaches how far the source has been read once these are logged; equal to the lane's
///     position for a source without positions
public record IngestBatch(OpenLane lane, List<IncomingEvent> events, SourcePosition reaches) {

    /// Bounds the memory and the transaction that one batch can cost; sources split longer batches.
    public static final int MAX_EVENTS = 10_000;

    public IngestBatch {
        events = List.copyOf(events);
        if (events.size() > MAX_EVENTS) {
            throw new IllegalArgumentException(
                    "Batch from %s has %d events, limit is %d".formatted(lane.name(), events.size(), MAX_EVENTS));
        }
    }

    /// A batch from a source without positions.
    public static IngestBatch of(OpenLane lane, List<IncomingEvent> events) {
        return new IngestBatch(lane, events, lane.position());
    }
}
