package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.EventBuilder.anEvent;
import static dev.startide.domain.testkit.EventBuilder.events;
import static dev.startide.domain.testkit.RawLogContract.LANE;
import static dev.startide.domain.testkit.RawLogContract.ORDERS;
import static dev.startide.domain.testkit.RawLogContract.OTHER_LANE;
import static dev.startide.domain.testkit.RawLogContract.contents;
import static dev.startide.domain.testkit.RawLogContract.everythingIn;
import static dev.startide.domain.testkit.RawLogContract.positions;
import static dev.startide.domain.testkit.SourceBuilder.aSource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.IngestReceipt.Outcome;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.RawLog;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Lanes are dense and fenced, batches are atomic, and the source's position moves with them.
interface RawLogWriting {

    RawLog rawLog();

    @Test
    default void startsALaneAtTheStartOfItsSource() {
        // When
        OpenLane lane = rawLog().open(ORDERS, LANE);

        // Then
        assertThat(lane.source()).isEqualTo(ORDERS.name());
        assertThat(lane.name()).isEqualTo(LANE);
        assertThat(lane.position()).isEqualTo(SourcePosition.START);
    }

    @Test
    default void findsALaneAgainByItsName() {
        // Given
        OpenLane first = rawLog().open(ORDERS, LANE);

        // When
        OpenLane again = rawLog().open(ORDERS, LANE);

        // Then
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.epoch()).isGreaterThan(first.epoch());
    }

    @Test
    default void keepsLanesOfDifferentNamesAndSourcesApart() {
        // Given
        OpenLane lane = rawLog().open(ORDERS, LANE);
        OpenLane otherName = rawLog().open(ORDERS, OTHER_LANE);

        // When
        OpenLane otherSource = rawLog().open(aSource("returns").build(), LANE);

        // Then
        assertThat(List.of(lane.id(), otherName.id(), otherSource.id())).doesNotHaveDuplicates();
    }

    @Test
    default void numbersTheEventsOfALaneFromOneWithoutGaps() {
        // Given
        OpenLane lane = rawLog().open(ORDERS, LANE);
        OpenLane next = append(lane, "p-1", "e-1", "e-2").lane();

        // When
        IngestReceipt receipt = append(next, "p-2", "e-3", "e-4", "e-5");

        // Then
        assertThat(receipt.outcomes()).containsExactly(accepted(lane, 3), accepted(lane, 4), accepted(lane, 5));
        assertThat(positions(everythingIn(rawLog())))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 5).boxed().toList());
    }

    @Test
    default void numbersEachLaneByItself() {
        // Given
        append(rawLog().open(ORDERS, LANE), "p-1", "e-1", "e-2");
        OpenLane other = rawLog().open(ORDERS, OTHER_LANE);

        // When
        IngestReceipt receipt = append(other, "p-1", "e-3");

        // Then
        assertThat(receipt.outcomes()).containsExactly(accepted(other, 1));
    }

    @Test
    default void handsOutTheLaneWithThePositionThatTheBatchReaches() {
        // Given
        OpenLane lane = rawLog().open(ORDERS, LANE);

        // When
        IngestReceipt receipt = append(lane, "p-1", "e-1");

        // Then
        assertThat(receipt.lane()).isEqualTo(lane.advancedTo(new SourcePosition("p-1")));
    }

    @Test
    default void remembersHowFarTheSourceWasRead() {
        // Given
        append(rawLog().open(ORDERS, LANE), "p-1", "e-1");

        // When
        OpenLane again = rawLog().open(ORDERS, LANE);

        // Then
        assertThat(again.position()).isEqualTo(new SourcePosition("p-1"));
    }

    @Test
    default void advancesTheSourceWithoutEvents() {
        // Given
        OpenLane lane = rawLog().open(ORDERS, LANE);

        // When
        IngestReceipt receipt = append(lane, "p-7");

        // Then
        assertThat(receipt.outcomes()).isEmpty();
        assertThat(rawLog().open(ORDERS, LANE).position()).isEqualTo(new SourcePosition("p-7"));
        assertThat(everythingIn(rawLog())).isEmpty();
    }

    @Test
    default void takesBatchesOfASourceWithoutPositions() {
        // Given
        OpenLane lane = rawLog().open(ORDERS, LANE);
        IngestReceipt first = rawLog().append(ORDERS, IngestBatch.of(lane, events("e-1")));

        // When
        IngestReceipt second = rawLog().append(ORDERS, IngestBatch.of(first.lane(), events("e-2")));

        // Then
        assertThat(second.outcomes()).containsExactly(accepted(lane, 2));
        assertThat(second.lane().position()).isEqualTo(SourcePosition.START);
    }

    @Test
    default void takesTheLargestBatch() {
        // Given
        OpenLane lane = rawLog().open(ORDERS, LANE);
        var events = LongStream.rangeClosed(1, IngestBatch.MAX_EVENTS)
                .mapToObj(number -> anEvent("e-" + number).build())
                .toList();

        // When
        IngestReceipt receipt = rawLog().append(ORDERS, new IngestBatch(lane, events, new SourcePosition("p-1")));

        // Then
        assertThat(receipt.accepted()).isEqualTo(IngestBatch.MAX_EVENTS);
        assertThat(everythingIn(rawLog())).hasSize(IngestBatch.MAX_EVENTS);
    }

    @Test
    default void refusesAnEarlierHolderOfALane() {
        // Given
        OpenLane fenced = rawLog().open(ORDERS, LANE);
        OpenLane holder = rawLog().open(ORDERS, LANE);

        // When
        var refusal = catchThrowableOfType(StartideException.class, () -> append(fenced, "p-1", "e-1"));

        // Then
        assertThat(refusal.code()).isEqualTo(FailureCode.FENCED);
        assertThat(everythingIn(rawLog())).isEmpty();
        assertThat(append(holder, "p-1", "e-1").outcomes()).containsExactly(accepted(holder, 1));
    }

    @Test
    default void refusesABatchThatWasLoggedBefore() {
        // Given
        OpenLane lane = rawLog().open(ORDERS, LANE);
        append(lane, "p-1", "e-1");

        // When
        var refusal = catchThrowableOfType(StartideException.class, () -> append(lane, "p-1", "e-1"));

        // Then
        assertThat(refusal.code()).isEqualTo(FailureCode.FENCED);
        assertThat(contents(everythingIn(rawLog()))).containsExactly("{\"id\":\"e-1\"}");
    }

    @Test
    default void givesTheNumbersOfARefusedBatchToTheNextOne() {
        // Given
        OpenLane lane = rawLog().open(ORDERS, LANE);
        OpenLane next = append(lane, "p-1", "e-1").lane();
        tryInVainToAppend(lane, "p-2", "e-2", "e-3");

        // When
        IngestReceipt receipt = append(next, "p-2", "e-4");

        // Then
        assertThat(receipt.outcomes()).containsExactly(accepted(lane, 2));
        assertThat(contents(everythingIn(rawLog()))).containsExactly("{\"id\":\"e-1\"}", "{\"id\":\"e-4\"}");
    }

    private IngestReceipt append(OpenLane lane, String reaches, String... ids) {
        return rawLog().append(ORDERS, new IngestBatch(lane, events(ids), new SourcePosition(reaches)));
    }

    private void tryInVainToAppend(OpenLane lane, String reaches, String... ids) {
        try {
            append(lane, reaches, ids);
        } catch (StartideException refused) {
            return;
        }
        throw new AssertionError("The batch should have been refused");
    }

    private static Outcome accepted(OpenLane lane, long position) {
        return new Outcome.Accepted(new LanePosition(lane.id(), position));
    }
}
