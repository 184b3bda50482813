package dev.startide.adapter.outbound.postgres.log;

import dev.startide.domain.event.IngestReceipt.Outcome;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What becomes of the events of a batch, given the ids that are known.
///
/// @param outcomes one for each event
/// @param fresh the ids that are given for the first time
record IdDecision(List<Outcome> outcomes, List<NewId> fresh) {

    /// An event as far as its id is concerned.
    ///
    /// @param id digest of the id; empty if the event has none
    /// @param payload digest of the payload
    record Candidate(Optional<UUID> id, UUID payload, Instant arrivedAt) {}

    /// An id that an event of the batch gives for the first time.
    record NewId(UUID id, UUID payload, long position, Instant arrivedAt) {}

    IdDecision {
        outcomes = List.copyOf(outcomes);
        fresh = List.copyOf(fresh);
    }

    /// Decides on each event.
    ///
    /// @param known digests of payloads by the digests of ids
    /// @param first the position of the first event that is written
    static IdDecision on(List<Candidate> candidates, Map<UUID, UUID> known, LaneId lane, long first) {
        Map<UUID, UUID> payloads = new HashMap<>(known);
        List<Outcome> outcomes = new ArrayList<>(candidates.size());
        List<NewId> fresh = new ArrayList<>();
        long next = first;
        for (Candidate event : candidates) {
            LanePosition at = new LanePosition(lane, next);
            UUID before = event.id()
                    .map(id -> payloads.putIfAbsent(id, event.payload()))
                    .orElse(null);
            if (before != null) {
                outcomes.add(before.equals(event.payload()) ? new Outcome.Duplicate() : new Outcome.Conflicting(at));
            } else {
                outcomes.add(new Outcome.Accepted(at));
                event.id().ifPresent(id -> fresh.add(new NewId(id, event.payload(), at.position(), event.arrivedAt())));
            }
            next += outcomes.getLast() instanceof Outcome.Duplicate ? 0 : 1;
        }
        return new IdDecision(outcomes, fresh);
    }
}
