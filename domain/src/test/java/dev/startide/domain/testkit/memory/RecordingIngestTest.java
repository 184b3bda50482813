package dev.startide.domain.testkit.memory;

import static dev.startide.domain.testkit.EventBuilder.events;
import static dev.startide.domain.testkit.SourceBuilder.aSource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.testkit.memory.RecordingIngest.Fault;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.SourceName;
import org.junit.jupiter.api.Test;

class RecordingIngestTest {

    private static final Source ORDERS = aSource("orders").build();
    private static final LaneName LANE = new LaneName("lane-0");
    private static final SourcePosition REACHED = new SourcePosition("p-1");

    private final RecordingIngest ingest = new RecordingIngest(ORDERS);

    @Test
    void remembersWhatItTookInByLane() {
        // Given
        OpenLane lane = ingest.open(ORDERS.name(), LANE);

        // When
        ingest.ingest(new IngestBatch(lane, events("e-1", "e-2"), REACHED));

        // Then
        assertThat(ingest.eventsByLane(ORDERS.name())).containsOnlyKeys("lane-0");
        assertThat(ingest.events(ORDERS.name())).hasSize(2);
        assertThat(ingest.batchSizes()).containsExactly(2);
    }

    @Test
    void keepsNothingOfABatchThatFailsBeforeItsCommit() {
        // Given
        OpenLane lane = ingest.open(ORDERS.name(), LANE);
        ingest.failNext(Fault.BEFORE_COMMIT);

        // When
        var failure = failureOf(lane);

        // Then
        assertThat(failure.code()).isEqualTo(FailureCode.DATABASE_UNAVAILABLE);
        assertThat(ingest.open(ORDERS.name(), LANE).position()).isEqualTo(SourcePosition.START);
        assertThat(ingest.events(ORDERS.name())).isEmpty();
    }

    @Test
    void keepsABatchWhoseAnswerIsLost() {
        // Given
        OpenLane lane = ingest.open(ORDERS.name(), LANE);
        ingest.failNext(Fault.AFTER_COMMIT);

        // When
        var failure = failureOf(lane);

        // Then
        assertThat(failure.code()).isEqualTo(FailureCode.DATABASE_UNAVAILABLE);
        assertThat(ingest.open(ORDERS.name(), LANE).position()).isEqualTo(REACHED);
        assertThat(ingest.events(ORDERS.name())).hasSize(1);
    }

    @Test
    void fencesTheHolderOfALane() {
        // Given
        OpenLane lane = ingest.open(ORDERS.name(), LANE);
        ingest.failNext(Fault.FENCED);

        // When
        var failure = failureOf(lane);

        // Then
        assertThat(failure.code()).isEqualTo(FailureCode.FENCED);
        assertThat(ingest.faultsLeft()).isZero();
        assertThat(ingest.events(ORDERS.name())).isEmpty();
    }

    @Test
    void knowsOnlyTheSourcesOfTheModel() {
        // When
        var refusal =
                catchThrowableOfType(StartideException.class, () -> ingest.open(new SourceName("unheard_of"), LANE));

        // Then
        assertThat(refusal.code()).isEqualTo(FailureCode.SETTING_INVALID);
    }

    private StartideException failureOf(OpenLane lane) {
        return catchThrowableOfType(
                StartideException.class, () -> ingest.ingest(new IngestBatch(lane, events("e-1"), REACHED)));
    }
}
