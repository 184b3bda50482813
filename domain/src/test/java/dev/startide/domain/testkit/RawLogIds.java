package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.EventBuilder.anEvent;
import static dev.startide.domain.testkit.RawLogContract.LANE;
import static dev.startide.domain.testkit.RawLogContract.ORDERS;
import static dev.startide.domain.testkit.RawLogContract.OTHER_LANE;
import static dev.startide.domain.testkit.RawLogContract.everythingIn;
import static dev.startide.domain.testkit.SourceBuilder.aSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.IngestReceipt.Outcome;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.LoggedEvent.Admission;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.warehouse.mapping.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Events that arrive twice are recognised as the source's policy says.
interface RawLogIds {

    Duration WINDOW = Duration.ofHours(1);
    Source CLICKS = aSource("clicks").dedupedBy(new Source.Dedupe.ById(WINDOW)).build();
    Source VISITS = aSource("visits").dedupedBy(new Source.Dedupe.ById(WINDOW)).build();
    Source NOISE = aSource("noise").dedupedBy(new Source.Dedupe.None()).build();
    IncomingEvent FIRST = anEvent("e-1").build();
    IncomingEvent SECOND = anEvent("e-2").build();
    IncomingEvent CONFLICTING = anEvent("e-1").saying("something else").build();

    RawLog rawLog();

    @Test
    default void passesOverAnIdThatWasLoggedBefore() {
        // Given
        append(CLICKS, LANE, FIRST);

        // When
        IngestReceipt receipt = append(CLICKS, LANE, FIRST, SECOND);

        // Then
        assertThat(receipt.outcomes()).containsExactly(new Outcome.Duplicate(), accepted(receipt, 2));
        assertThat(receipt.duplicates()).isEqualTo(1);
        assertThat(everythingIn(rawLog())).hasSize(2);
    }

    @Test
    default void passesOverAnIdThatIsTwiceInABatch() {
        // Given
        OpenLane lane = rawLog().open(CLICKS, LANE);

        // When
        IngestReceipt receipt = rawLog().append(CLICKS, IngestBatch.of(lane, List.of(FIRST, SECOND, FIRST)));

        // Then
        assertThat(receipt.outcomes())
                .containsExactly(accepted(receipt, 1), accepted(receipt, 2), new Outcome.Duplicate());
    }

    @Test
    default void passesOverAnIdThatAnotherLaneOfTheSourceHas() {
        // Given
        append(CLICKS, LANE, FIRST);

        // When
        IngestReceipt receipt = append(CLICKS, OTHER_LANE, FIRST);

        // Then
        assertThat(receipt.outcomes()).containsExactly(new Outcome.Duplicate());
        assertThat(everythingIn(rawLog())).hasSize(1);
    }

    @Test
    default void letsSourcesUseTheSameIds() {
        // Given
        append(CLICKS, LANE, FIRST);

        // When
        IngestReceipt receipt = append(VISITS, LANE, CONFLICTING);

        // Then
        assertThat(receipt.outcomes()).containsExactly(accepted(receipt, 1));
    }

    @Test
    default void logsAnIdWithOtherContentAsAConflict() {
        // Given
        append(CLICKS, LANE, FIRST);

        // When
        IngestReceipt receipt = append(CLICKS, OTHER_LANE, CONFLICTING, SECOND);

        // Then
        assertThat(receipt.outcomes())
                .containsExactly(
                        new Outcome.Conflicting(new LanePosition(receipt.lane().id(), 1)), accepted(receipt, 2));
        assertThat(everythingIn(rawLog(), receipt.lane().id()))
                .extracting(LoggedEvent::admission)
                .containsExactly(Admission.ID_CONFLICT, Admission.ACCEPTED);
    }

    @Test
    default void logsAConflictWithinABatch() {
        // Given
        OpenLane lane = rawLog().open(CLICKS, LANE);

        // When
        IngestReceipt receipt = rawLog().append(CLICKS, IngestBatch.of(lane, List.of(FIRST, CONFLICTING)));

        // Then
        assertThat(receipt.outcomes())
                .containsExactly(accepted(receipt, 1), new Outcome.Conflicting(new LanePosition(lane.id(), 2)));
    }

    @Test
    default void stillRecognisesTheFirstContentAfterAConflict() {
        // Given
        append(CLICKS, LANE, FIRST, CONFLICTING);

        // When
        IngestReceipt receipt = append(CLICKS, LANE, FIRST);

        // Then
        assertThat(receipt.outcomes()).containsExactly(new Outcome.Duplicate());
    }

    @Test
    default void passesOverAConflictThatComesAgain() {
        // Given
        append(CLICKS, LANE, FIRST);
        append(CLICKS, LANE, CONFLICTING);

        // When
        IngestReceipt receipt = append(CLICKS, OTHER_LANE, CONFLICTING, SECOND, CONFLICTING);

        // Then
        assertThat(receipt.outcomes())
                .containsExactly(new Outcome.Duplicate(), accepted(receipt, 1), new Outcome.Duplicate());
        assertThat(everythingIn(rawLog())).hasSize(3);
    }

    @Test
    default void logsAThirdContentOfAnIdAsAnotherConflict() {
        // Given
        append(CLICKS, LANE, FIRST, CONFLICTING);

        // When
        IngestReceipt receipt =
                append(CLICKS, LANE, anEvent("e-1").saying("a third thing").build());

        // Then
        assertThat(receipt.outcomes())
                .containsExactly(
                        new Outcome.Conflicting(new LanePosition(receipt.lane().id(), 3)));
    }

    @Test
    default void recognisesAnEventThatComesWithOtherHeaders() {
        // Given
        append(CLICKS, LANE, FIRST);

        // When
        IngestReceipt receipt = append(
                CLICKS, LANE, anEvent("e-1").withHeaders(Map.of("attempt", "2")).build());

        // Then
        assertThat(receipt.outcomes()).containsExactly(new Outcome.Duplicate());
    }

    @Test
    default void remembersAnIdWithinTheWindow() {
        // Given
        append(CLICKS, LANE, FIRST);
        Instant lastMoment = FIRST.arrivedAt().plus(WINDOW).minusSeconds(1);

        // When
        IngestReceipt receipt =
                append(CLICKS, LANE, anEvent("e-1").arrivingAt(lastMoment).build());

        // Then
        assertThat(receipt.outcomes()).containsExactly(new Outcome.Duplicate());
    }

    @Test
    default void forgetsAnIdAfterTheWindow() {
        // Given
        append(CLICKS, LANE, FIRST);
        Instant tooLate = FIRST.arrivedAt().plus(WINDOW).plusSeconds(1);

        // When
        IngestReceipt receipt =
                append(CLICKS, LANE, anEvent("e-1").arrivingAt(tooLate).build());

        // Then
        assertThat(receipt.outcomes()).containsExactly(accepted(receipt, 2));
    }

    @Test
    default void logsEveryEventWithoutAnId() {
        // Given
        IncomingEvent unnamed = anEvent("e-1").withoutId().build();

        // When
        IngestReceipt receipt = append(CLICKS, LANE, unnamed, unnamed);

        // Then
        assertThat(receipt.outcomes()).containsExactly(accepted(receipt, 1), accepted(receipt, 2));
    }

    @Test
    default void advancesTheSourceByABatchOfDuplicates() {
        // Given
        append(CLICKS, LANE, FIRST);
        OpenLane lane = rawLog().open(CLICKS, LANE);

        // When
        rawLog().append(CLICKS, new IngestBatch(lane, List.of(FIRST), new SourcePosition("p-2")));

        // Then
        assertThat(rawLog().open(CLICKS, LANE).position()).isEqualTo(new SourcePosition("p-2"));
    }

    @Test
    default void paysNoHeedToIdsWherePositionsTellEventsApart() {
        // When
        IngestReceipt receipt = append(ORDERS, LANE, FIRST, FIRST, CONFLICTING);

        // Then
        assertThat(receipt.accepted()).isEqualTo(3);
    }

    @Test
    default void logsEveryArrivalWhereNothingIsRecognised() {
        // When
        IngestReceipt receipt = append(NOISE, LANE, FIRST, FIRST, CONFLICTING);

        // Then
        assertThat(receipt.accepted()).isEqualTo(3);
    }

    private IngestReceipt append(Source source, LaneName name, IncomingEvent... events) {
        return rawLog().append(source, IngestBatch.of(rawLog().open(source, name), List.of(events)));
    }

    private static Outcome accepted(IngestReceipt receipt, long position) {
        return new Outcome.Accepted(new LanePosition(receipt.lane().id(), position));
    }
}
