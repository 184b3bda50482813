package dev.startide.adapter.outbound.postgres.log;

import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.IngestReceipt.Outcome;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import java.nio.charset.StandardCharsets;
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
/// @param fresh the ids that are given for the first time, and the conflicts that come for the first time
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
            Outcome outcome = event.id()
                    .map(id -> named(id, event, at, payloads, fresh))
                    .orElseGet(() -> new Outcome.Accepted(at));
            outcomes.add(outcome);
            next += outcome instanceof Outcome.Duplicate ? 0 : 1;
        }
        return new IdDecision(outcomes, fresh);
    }

    private static Outcome named(
            UUID id, Candidate event, LanePosition at, Map<UUID, UUID> payloads, List<NewId> fresh) {
        UUID before = payloads.putIfAbsent(id, event.payload());
        if (before == null) {
            fresh.add(new NewId(id, event.payload(), at.position(), event.arrivedAt()));
            return new Outcome.Accepted(at);
        }
        if (before.equals(event.payload())) {
            return new Outcome.Duplicate();
        }
        UUID conflict = conflict(id, event.payload());
        if (payloads.putIfAbsent(conflict, event.payload()) != null) {
            return new Outcome.Duplicate();
        }
        fresh.add(new NewId(conflict, event.payload(), at.position(), event.arrivedAt()));
        return new Outcome.Conflicting(at);
    }

    /// By what a conflict is recognised when it comes again: an id of its own, which no sender gives.
    static UUID conflict(UUID id, UUID payload) {
        return EventDigest.of("conflict of " + id, payload.toString().getBytes(StandardCharsets.US_ASCII))
                .toUuid();
    }
}
