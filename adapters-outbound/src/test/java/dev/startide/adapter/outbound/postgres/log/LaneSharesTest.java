package dev.startide.adapter.outbound.postgres.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.log.LaneShares.Backlog;
import dev.startide.domain.event.LaneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaneSharesTest {

    private static final LaneId A = new LaneId(1);
    private static final LaneId B = new LaneId(2);
    private static final LaneId C = new LaneId(3);

    @Test
    void givesWhatAShortLaneLeavesToTheOthers() {
        // Given
        List<Backlog> backlogs = List.of(new Backlog(A, 1, 1_000), new Backlog(B, 5, 6), new Backlog(C, 1, 1_000));

        // When
        LaneShares shares = LaneShares.ofEvents(backlogs, 100, 0);

        // Then
        assertThat(shares.parts()).containsExactly(new Backlog(A, 1, 49), new Backlog(B, 5, 6), new Backlog(C, 1, 49));
    }

    @Test
    void letsEachLaneGoFirstInItsTurn() {
        // Given
        List<Backlog> backlogs = List.of(new Backlog(A, 1, 9), new Backlog(B, 1, 9), new Backlog(C, 1, 9));

        // When
        List<LaneId> first = List.of(0, 1, 2, 3).stream()
                .map(turn -> LaneShares.ofEvents(backlogs, 1, turn)
                        .parts()
                        .getFirst()
                        .lane())
                .toList();

        // Then
        assertThat(first).containsExactly(A, B, C, A);
    }

    @Test
    void stopsALaneAtTheFirstEventThatDoesNotFit() {
        // Given
        LaneShares shares = LaneShares.ofEvents(List.of(new Backlog(A, 1, 3), new Backlog(B, 1, 3)), 10, 0);

        // When
        LaneShares fitting = shares.withinBytes(Map.of(A, List.of(10, 500, 1), B, List.of(10, 10, 10)), 100);

        // Then
        assertThat(fitting.parts()).containsExactly(new Backlog(A, 1, 1), new Backlog(B, 1, 3));
    }

    @Test
    void takesOneEventHoweverLargeItIs() {
        // Given
        LaneShares shares = LaneShares.ofEvents(List.of(new Backlog(A, 1, 2), new Backlog(B, 1, 2)), 10, 1);

        // When
        LaneShares fitting = shares.withinBytes(Map.of(A, Collections.nCopies(2, 500), B, List.of(900, 1)), 100);

        // Then
        assertThat(fitting.parts()).containsExactly(new Backlog(B, 1, 1));
    }
}
