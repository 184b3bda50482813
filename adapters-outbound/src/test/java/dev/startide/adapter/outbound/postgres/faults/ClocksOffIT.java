package dev.startide.adapter.outbound.postgres.faults;

import static dev.startide.domain.testkit.EventBuilder.anEvent;
import static dev.startide.domain.testkit.SourceBuilder.aSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt.Outcome;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.port.outbound.IdMemory;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.warehouse.mapping.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two instances whose clocks differ by twenty minutes, and from the database's by ten, recognise
/// what the other one has logged.
class ClocksOffIT {

    private static final Duration OFF = Duration.ofMinutes(10);
    private static final int EVENTS = 50;
    private static final Source SOURCE = aSource("sent")
            .dedupedBy(new Source.Dedupe.ById(Duration.ofHours(1)))
            .build();

    private final Instant now = Instant.now();
    private final PostgresStorage fast = PostgresStorage.fresh();
    private final PostgresStorage slow = fast.beside();

    @AfterEach
    void close() {
        slow.close();
        fast.close();
    }

    @Test
    void recognisesWhatAnInstanceThatIsAheadHasLogged() {
        // When
        List<Outcome> first = logged(fast, "ahead", now.plus(OFF));
        List<Outcome> second = logged(slow, "behind", now.minus(OFF));

        // Then
        assertThat(first).hasSize(EVENTS).allMatch(Outcome.Accepted.class::isInstance);
        assertThat(second).hasSize(EVENTS).allMatch(Outcome.Duplicate.class::isInstance);
        assertThat(kept()).isEqualTo(EVENTS);
    }

    @Test
    void recognisesWhatAnInstanceThatIsBehindHasLogged() {
        // Given
        List<Outcome> first = logged(slow, "behind", now.minus(OFF));

        // When
        fast.port(IdMemory.class).forget();
        List<Outcome> second = logged(fast, "ahead", now.plus(OFF));

        // Then
        assertThat(first).hasSize(EVENTS).allMatch(Outcome.Accepted.class::isInstance);
        assertThat(second).hasSize(EVENTS).allMatch(Outcome.Duplicate.class::isInstance);
        assertThat(kept()).isEqualTo(EVENTS);
    }

    private static List<Outcome> logged(PostgresStorage instance, String lane, Instant arrival) {
        RawLog log = instance.port(RawLog.class);
        List<IncomingEvent> events = Stream.iterate(1, number -> number <= EVENTS, number -> number + 1)
                .map(number -> anEvent("e-" + number).arrivingAt(arrival).build())
                .toList();
        return log.append(
                        SOURCE, new IngestBatch(log.open(SOURCE, new LaneName(lane)), events, new SourcePosition("1")))
                .outcomes();
    }

    private int kept() {
        return fast.query("select 1 from raw.event").size();
    }
}
