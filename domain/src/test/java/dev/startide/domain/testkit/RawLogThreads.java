package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.EventBuilder.anEvent;
import static dev.startide.domain.testkit.RawLogContract.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.port.outbound.RawLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Positions become visible in their order, whoever writes at the same time.
interface RawLogThreads {

    int LANES = 4;
    int BATCHES = 25;
    int BATCH_SIZE = 10;

    RawLog rawLog();

    /// A reader that follows the log while others write meets every event once: what is visible has
    /// no gap that would be filled later.
    @Test
    @Timeout(60)
    default void showsAReaderEveryEventOnceWhileOthersWrite() throws ExecutionException, InterruptedException {
        // Given
        Map<LaneId, Long> reached = new HashMap<>();
        int missing = LANES * BATCHES * BATCH_SIZE;

        // When
        try (ExecutorService writers = Executors.newFixedThreadPool(LANES)) {
            List<Future<?>> writing = IntStream.range(0, LANES)
                    .<Future<?>>mapToObj(lane -> writers.submit(() -> writeTo(new LaneName("lane-" + lane))))
                    .toList();
            while (missing > 0) {
                missing -= readOn(reached);
                Thread.onSpinWait();
                rethrow(writing);
            }
        }

        // Then
        assertThat(reached)
                .hasSize(LANES)
                .allSatisfy((lane, position) -> assertThat(position).isEqualTo(BATCHES * BATCH_SIZE));
    }

    private int readOn(Map<LaneId, Long> reached) {
        List<LoggedEvent> read = rawLog().read(reached, 50, 1 << 20);
        for (LoggedEvent event : read) {
            long expected = reached.getOrDefault(event.at().lane(), 0L) + 1;
            assertThat(event.at().position()).isEqualTo(expected);
            reached.put(event.at().lane(), expected);
        }
        return read.size();
    }

    private void writeTo(LaneName name) {
        OpenLane lane = rawLog().open(ORDERS, name);
        for (int batch = 0; batch < BATCHES; batch++) {
            var events = IntStream.range(0, BATCH_SIZE)
                    .mapToObj(number -> anEvent(name + "-" + number).build())
                    .toList();
            lane = rawLog().append(ORDERS, new IngestBatch(lane, events, new SourcePosition("p-" + batch)))
                    .lane();
        }
    }

    private static void rethrow(List<Future<?>> writing) throws ExecutionException, InterruptedException {
        for (Future<?> writer : writing) {
            if (writer.isDone()) {
                writer.get();
            }
        }
    }
}
