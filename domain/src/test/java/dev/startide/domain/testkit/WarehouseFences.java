package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.EventBuilder.events;
import static dev.startide.domain.testkit.WritesBuilder.aWrite;
import static dev.startide.domain.testkit.shop.ShopRows.CUSTOMER;
import static dev.startide.domain.testkit.shop.ShopRows.customer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.quality.LaneProgress;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.star.CursorMove;
import dev.startide.domain.testkit.shop.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Cursors move with the rows, one loader writes, and every event is accounted for.
interface WarehouseFences extends WarehouseTesting {

    LaneName FIRST_LANE = new LaneName("lane-0");
    LaneName SECOND_LANE = new LaneName("lane-1");

    @Test
    default void hasNoCursorOfALaneThatWasNeverLoaded() {
        // Given
        laneOfFour(FIRST_LANE);

        // When
        Map<LaneId, Long> positions = adapters().cursors().positions();

        // Then
        assertThat(positions).isEmpty();
    }

    @Test
    default void movesTheCursorsOfLanes() {
        // Given
        LaneId first = laneOfFour(FIRST_LANE);
        LaneId second = laneOfFour(SECOND_LANE);

        // When
        write(aWrite().moving(loaded(first, 0, 2), loaded(second, 0, 4)));

        // Then
        assertThat(adapters().cursors().positions()).isEqualTo(Map.of(first, 2L, second, 4L));
    }

    @Test
    default void movesACursorOn() {
        // Given
        LaneId lane = laneOfFour(FIRST_LANE);
        write(aWrite().moving(loaded(lane, 0, 2)));

        // When
        write(aWrite().moving(loaded(lane, 2, 3)));

        // Then
        assertThat(adapters().cursors().positions()).isEqualTo(Map.of(lane, 3L));
    }

    @Test
    default void refusesABatchThatWasWrittenBefore() {
        // Given
        LaneId lane = laneOfFour(FIRST_LANE);
        write(aWrite().moving(loaded(lane, 0, 2)));

        // When
        FailureCode refusal =
                refusalOf(aWrite().inserting(CUSTOMER, customer("c-1").build()).moving(loaded(lane, 0, 2)));

        // Then
        assertThat(refusal).isEqualTo(FailureCode.FENCED);
        assertThat(hasCustomer("c-1")).isFalse();
        assertThat(adapters().cursors().positions()).isEqualTo(Map.of(lane, 2L));
    }

    @Test
    default void refusesABatchThatLeavesEventsOut() {
        // Given
        LaneId lane = laneOfFour(FIRST_LANE);

        // When
        FailureCode refusal = refusalOf(aWrite().moving(loaded(lane, 2, 3)));

        // Then
        assertThat(refusal).isEqualTo(FailureCode.FENCED);
        assertThat(adapters().cursors().positions()).isEmpty();
    }

    @Test
    default void movesAllCursorsOrNone() {
        // Given
        LaneId first = laneOfFour(FIRST_LANE);
        LaneId second = laneOfFour(SECOND_LANE);
        write(aWrite().moving(loaded(second, 0, 1)));

        // When
        FailureCode refusal = refusalOf(aWrite().moving(loaded(first, 0, 4), loaded(second, 0, 4)));

        // Then
        assertThat(refusal).isEqualTo(FailureCode.FENCED);
        assertThat(adapters().cursors().positions()).isEqualTo(Map.of(second, 1L));
    }

    @Test
    default void refusesALoaderThatAnotherHasTakenOverFrom() {
        // Given
        LaneId lane = laneOfFour(FIRST_LANE);
        adapters().lease().release("loader");
        long taken = adapters().lease().acquire("another", Duration.ofHours(1)).orElseThrow();

        // When
        FailureCode refusal =
                refusalOf(aWrite().inserting(CUSTOMER, customer("c-1").build()).moving(loaded(lane, 0, 2)));

        // Then
        assertThat(taken).isGreaterThan(epoch());
        assertThat(refusal).isEqualTo(FailureCode.FENCED);
        assertThat(hasCustomer("c-1")).isFalse();
        assertThat(adapters().cursors().positions()).isEmpty();
    }

    @Test
    default void keepsWhatWasSetAside() {
        // Given
        LaneId lane = laneOfFour(FIRST_LANE);
        QuarantinedEvent unreadable = setAside(lane, 1, Rejection.Reason.PAYLOAD_UNREADABLE);
        QuarantinedEvent conflicting = setAside(lane, 3, Rejection.Reason.ID_CONFLICT);

        // When
        write(aWrite().quarantining(unreadable, conflicting).moving(new CursorMove(lane, 0, 4, 2, 2, Map.of())));

        // Then
        assertThat(adapters().quarantine().get()).containsExactly(unreadable, conflicting);
    }

    @Test
    default void accountsForEveryEvent() {
        // Given
        LaneId lane = laneOfFour(FIRST_LANE);
        laneOfFour(SECOND_LANE);
        write(aWrite().quarantining(setAside(lane, 2, Rejection.Reason.FIELD_MISSING))
                .moving(new CursorMove(lane, 0, 2, 1, 1, Map.of())));
        write(aWrite().moving(new CursorMove(lane, 2, 4, 0, 0, Map.of("a rule", 1L, "another rule", 1L))));

        // When
        List<LaneProgress> lanes = adapters().progress().lanes();

        // Then
        assertThat(lanes).extracting(LaneProgress::name).containsExactly(FIRST_LANE, SECOND_LANE);
        assertThat(lanes.getFirst()).isEqualTo(new LaneProgress(lane, Shop.ORDERS.name(), FIRST_LANE, 4, 1, 1, 2));
        assertThat(lanes.getLast().waiting()).isEqualTo(4);
    }

    @Test
    default void countsTheRowsOfEachTable() {
        // Given
        write(aWrite().inserting(
                        CUSTOMER, customer("c-1").build(), customer("c-2").build()));

        // When
        var tables = adapters().progress().tables();

        // Then
        assertThat(tables)
                .filteredOn(table -> table.table().equals(CUSTOMER.name()))
                .singleElement()
                .satisfies(table -> assertThat(table.rows()).isEqualTo(2));
    }

    private LaneId laneOfFour(LaneName name) {
        var lane = adapters().rawLog().open(Shop.ORDERS, name);
        adapters().rawLog().append(Shop.ORDERS, IngestBatch.of(lane, events("e-1", "e-2", "e-3", "e-4")));
        return lane.id();
    }

    private boolean hasCustomer(String id) {
        return !warehouse()
                .entities(Shop.entity("customer"), List.of(Key.of(id)))
                .isEmpty();
    }

    private static CursorMove loaded(LaneId lane, long after, long upTo) {
        return new CursorMove(lane, after, upTo, upTo - after, 0, Map.of());
    }

    private static QuarantinedEvent setAside(LaneId lane, long position, Rejection.Reason reason) {
        return new QuarantinedEvent(
                new LanePosition(lane, position),
                Shop.ORDERS.name(),
                new Rejection(Rejection.Stage.PARSE, reason, "größer 'als' gedacht"));
    }
}
