package dev.startide.adapter.outbound.postgres.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.log.IdDecision.Candidate;
import dev.startide.adapter.outbound.postgres.log.IdDecision.NewId;
import dev.startide.domain.event.IngestReceipt.Outcome;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdDecisionTest {

    private static final LaneId LANE = new LaneId(3);
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID X = new UUID(1, 1);
    private static final UUID Y = new UUID(1, 2);

    @Test
    void leavesNoGapWhereDuplicatesWere() {
        // Given
        List<Candidate> events = List.of(event(A, X), event(A, X), event(B, X), event(B, Y), unnamed(X));

        // When
        IdDecision decision = IdDecision.on(events, Map.of(), LANE, 10);

        // Then
        assertThat(decision.outcomes())
                .containsExactly(
                        new Outcome.Accepted(at(10)),
                        new Outcome.Duplicate(),
                        new Outcome.Accepted(at(11)),
                        new Outcome.Conflicting(at(12)),
                        new Outcome.Accepted(at(13)));
        assertThat(decision.fresh())
                .containsExactly(
                        new NewId(A, X, 10, Instant.EPOCH),
                        new NewId(B, X, 11, Instant.EPOCH),
                        new NewId(IdDecision.conflict(B, Y), Y, 12, Instant.EPOCH));
    }

    @Test
    void comparesWithWhatIsKnown() {
        // Given
        List<Candidate> events = List.of(event(A, X), event(B, X));

        // When
        IdDecision decision = IdDecision.on(events, Map.of(A, X, B, Y), LANE, 1);

        // Then
        assertThat(decision.outcomes()).containsExactly(new Outcome.Duplicate(), new Outcome.Conflicting(at(1)));
        assertThat(decision.fresh()).containsExactly(new NewId(IdDecision.conflict(B, X), X, 1, Instant.EPOCH));
    }

    @Test
    void passesOverAConflictThatIsKnown() {
        // When
        IdDecision decision =
                IdDecision.on(List.of(event(A, Y), event(A, X)), Map.of(A, X, IdDecision.conflict(A, Y), Y), LANE, 1);

        // Then
        assertThat(decision.outcomes()).containsExactly(new Outcome.Duplicate(), new Outcome.Duplicate());
        assertThat(decision.fresh()).isEmpty();
    }

    private static Candidate event(UUID id, UUID payload) {
        return new Candidate(Optional.of(id), payload, Instant.EPOCH);
    }

    private static Candidate unnamed(UUID payload) {
        return new Candidate(Optional.empty(), payload, Instant.EPOCH);
    }

    private static LanePosition at(long position) {
        return new LanePosition(LANE, position);
    }
}
