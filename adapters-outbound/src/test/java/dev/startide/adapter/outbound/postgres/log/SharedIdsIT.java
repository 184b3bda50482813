package dev.startide.adapter.outbound.postgres.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.testkit.EventBuilder;
import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.SourceBuilder;
import dev.startide.warehouse.mapping.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Ids belong to a source, whichever of its lanes they come by, and in whatever order.
class SharedIdsIT {

    private static final int LANES = 8;
    private static final int EVENTS = 400;
    private static final int BATCH = 40;
    private static final Source CLICKS = SourceBuilder.aSource("clicks")
            .dedupedBy(new Source.Dedupe.ById(Duration.ofDays(1)))
            .build();

    @Test
    @Timeout(120)
    void logsEachIdOnceThoughAllLanesBringItAtTheSameTime() throws ExecutionException, InterruptedException {
        // Given
        List<IncomingEvent> events = IntStream.range(0, EVENTS)
                .mapToObj(number -> EventBuilder.anEvent("e-" + number).build())
                .toList();
        try (PostgresStorage storage = PostgresStorage.fresh();
                ExecutorService writers = Executors.newFixedThreadPool(LANES)) {
            RawLog log = storage.port(RawLog.class);
            List<Callable<List<IngestReceipt>>> writing = IntStream.range(0, LANES)
                    .<Callable<List<IngestReceipt>>>mapToObj(lane -> () -> appendAll(log, lane, events))
                    .toList();

            // When
            List<Future<List<IngestReceipt>>> written = writers.invokeAll(writing);

            // Then
            long accepted = 0;
            for (Future<List<IngestReceipt>> lane : written) {
                accepted +=
                        lane.get().stream().mapToLong(IngestReceipt::accepted).sum();
            }
            assertThat(accepted).isEqualTo(EVENTS);
            assertThat(storage.query("select count(*), count(distinct event_id) from raw.event"))
                    .containsExactly("400|400");
            assertThat(storage.query("select sum(next_position - 1) from startide.lane"))
                    .containsExactly("400");
        }
    }

    private static List<IngestReceipt> appendAll(RawLog log, int number, List<IncomingEvent> events) {
        OpenLane lane = log.open(CLICKS, new LaneName("lane-" + number));
        List<IncomingEvent> shuffled = Gen.seeded(number).shuffled(events);
        List<IngestReceipt> receipts = new ArrayList<>();
        for (int start = 0; start < EVENTS; start += BATCH) {
            IngestReceipt receipt = log.append(CLICKS, IngestBatch.of(lane, shuffled.subList(start, start + BATCH)));
            lane = receipt.lane();
            receipts.add(receipt);
        }
        return receipts;
    }
}
