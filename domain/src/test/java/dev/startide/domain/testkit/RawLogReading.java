package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.EventBuilder.anEvent;
import static dev.startide.domain.testkit.RawLogContract.LANE;
import static dev.startide.domain.testkit.RawLogContract.MANY;
import static dev.startide.domain.testkit.RawLogContract.MANY_BYTES;
import static dev.startide.domain.testkit.RawLogContract.ORDERS;
import static dev.startide.domain.testkit.RawLogContract.OTHER_LANE;
import static dev.startide.domain.testkit.RawLogContract.positions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.port.outbound.RawLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Reading goes on where it is told to, in order, within limits, and fairly.
interface RawLogReading {

    RawLog rawLog();

    @Test
    default void readsNothingFromAnEmptyLog() {
        // When
        List<LoggedEvent> read = rawLog().read(Map.of(), MANY, MANY_BYTES);

        // Then
        assertThat(read).isEmpty();
    }

    @Test
    default void readsALaneAfterThePositionGivenForIt() {
        // Given
        LaneId lane = fill(LANE, 5, 10);

        // When
        List<LoggedEvent> read = rawLog().read(Map.of(lane, 3L), MANY, MANY_BYTES);

        // Then
        assertThat(positions(read)).containsExactly(4L, 5L);
    }

    @Test
    default void readsFromTheBeginningOfLanesThatAreNotMentioned() {
        // Given
        LaneId lane = fill(LANE, 2, 10);
        LaneId other = fill(OTHER_LANE, 2, 10);

        // When
        List<LoggedEvent> read = rawLog().read(Map.of(lane, 2L), MANY, MANY_BYTES);

        // Then
        assertThat(positions(read)).containsExactly(1L, 2L);
        assertThat(read).allSatisfy(event -> assertThat(event.at().lane()).isEqualTo(other));
    }

    @Test
    default void readsNothingAfterTheEndOfEachLane() {
        // Given
        LaneId lane = fill(LANE, 2, 10);

        // When
        List<LoggedEvent> read = rawLog().read(Map.of(lane, 2L), MANY, MANY_BYTES);

        // Then
        assertThat(read).isEmpty();
    }

    @Test
    default void namesTheSourceOfEachEvent() {
        // Given
        fill(LANE, 1, 10);

        // When
        List<LoggedEvent> read = rawLog().read(Map.of(), MANY, MANY_BYTES);

        // Then
        assertThat(read)
                .singleElement()
                .returns(ORDERS.name(), LoggedEvent::source)
                .returns(LoggedEvent.Admission.ACCEPTED, LoggedEvent::admission);
    }

    @Test
    default void returnsNoMoreEventsThanAskedFor() {
        // Given
        fill(LANE, 20, 10);
        fill(OTHER_LANE, 20, 10);

        // When
        List<LoggedEvent> read = rawLog().read(Map.of(), 7, MANY_BYTES);

        // Then
        assertThat(read).hasSizeBetween(1, 7);
        assertThatEachLaneIsConsecutive(read, Map.of());
    }

    @Test
    default void returnsNoMoreBytesThanAskedFor() {
        // Given
        fill(LANE, 20, 40);
        fill(OTHER_LANE, 20, 40);

        // When
        List<LoggedEvent> read = rawLog().read(Map.of(), MANY, 100);

        // Then
        assertThat(read).isNotEmpty();
        assertThat(read.stream().mapToInt(event -> event.event().bytes()).sum()).isLessThanOrEqualTo(100);
        assertThatEachLaneIsConsecutive(read, Map.of());
    }

    @Test
    default void returnsASingleEventThatIsLargerThanTheLimit() {
        // Given
        fill(LANE, 2, 500);

        // When
        List<LoggedEvent> read = rawLog().read(Map.of(), MANY, 100);

        // Then
        assertThat(positions(read)).containsExactly(1L);
    }

    @Test
    default void sharesTheLimitBetweenLanes() {
        // Given
        LaneId busy = fill(LANE, 1_000, 10);
        LaneId quiet = fill(OTHER_LANE, 3, 10);

        // When
        List<LoggedEvent> read = rawLog().read(Map.of(), 100, MANY_BYTES);

        // Then
        assertThat(read).anySatisfy(event -> assertThat(event.at().lane()).isEqualTo(busy));
        assertThat(read).anySatisfy(event -> assertThat(event.at().lane()).isEqualTo(quiet));
    }

    @Test
    default void leavesNothingOutWhenReadOnAndOn() {
        // Given
        List<LaneId> lanes =
                List.of(fill(LANE, 23, 10), fill(OTHER_LANE, 4, 90), fill(new LaneName("lane-2"), 11, 400));
        Map<LaneId, Long> reached = new HashMap<>();
        List<LoggedEvent> all = new ArrayList<>();

        // When
        for (var read = readOn(reached); !read.isEmpty(); read = readOn(reached)) {
            assertThatEachLaneIsConsecutive(read, reached);
            read.forEach(event -> reached.put(event.at().lane(), event.at().position()));
            all.addAll(read);
        }

        // Then
        assertThat(all).extracting(LoggedEvent::at).hasSize(38).doesNotHaveDuplicates();
        assertThat(reached).containsOnlyKeys(lanes).containsValues(23L, 4L, 11L);
    }

    private List<LoggedEvent> readOn(Map<LaneId, Long> reached) {
        return rawLog().read(reached, 5, 300);
    }

    private LaneId fill(LaneName name, int events, int bytes) {
        List<IncomingEvent> batch = IntStream.rangeClosed(1, events)
                .mapToObj(
                        number -> anEvent("e-" + number).saying(new byte[bytes]).build())
                .toList();
        return rawLog().append(ORDERS, IngestBatch.of(rawLog().open(ORDERS, name), batch))
                .lane()
                .id();
    }

    private static void assertThatEachLaneIsConsecutive(List<LoggedEvent> read, Map<LaneId, Long> after) {
        Map<LaneId, Long> reached = new HashMap<>(after);
        for (LoggedEvent event : read) {
            LaneId lane = event.at().lane();
            assertThat(event.at().position()).isEqualTo(reached.getOrDefault(lane, 0L) + 1);
            reached.put(lane, event.at().position());
        }
    }
}
