package dev.startide.adapter.outbound.postgres.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.port.outbound.IdMemory;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.testkit.EventBuilder;
import dev.startide.domain.testkit.SourceBuilder;
import dev.startide.warehouse.mapping.Source;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawLogViewIT {

    private static PostgresStorage storage;

    @BeforeAll
    static void start() {
        storage = PostgresStorage.fresh();
    }

    @BeforeEach
    void clear() {
        storage.clear();
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @Test
    void showsPayloadsAsJsonWhereTheyAreAndNeverFails() {
        // Given
        append(
                SourceBuilder.aSource("orders").build(),
                "{\"a\": 1}",
                "no json",
                "{\"nul\": \"\\u0000\"}",
                "",
                "\u00ff\u00fe");

        // When
        List<String> shown = storage.query("select position, payload, admission from raw.event_json order by 1");

        // Then
        assertThat(shown)
                .containsExactly(
                        "1|{\"a\": 1}|ACCEPTED",
                        "2|null|ACCEPTED",
                        "3|null|ACCEPTED",
                        "4|null|ACCEPTED",
                        "5|null|ACCEPTED");
    }

    @Test
    void forgetsIdsWhoseWindowIsOver() {
        // Given
        Source clicks = SourceBuilder.aSource("clicks")
                .dedupedBy(new Source.Dedupe.ById(Duration.ofDays(1)))
                .build();
        append(clicks, "one", "two");
        storage.execute("update raw.event_id set expires_at = now() + (position - 1.5) * interval '1 hour'");

        // When
        long forgotten = storage.port(IdMemory.class).forget();

        // Then
        assertThat(forgotten).isEqualTo(1);
        assertThat(storage.query("select position from raw.event_id")).containsExactly("2");
    }

    private static void append(Source source, String... payloads) {
        RawLog log = storage.port(RawLog.class);
        List<IncomingEvent> events = Stream.of(payloads)
                .map(payload -> EventBuilder.anEvent("e-" + payload.hashCode())
                        .saying(payload.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                        .build())
                .toList();
        log.append(source, IngestBatch.of(log.open(source, new LaneName("lane-0")), events));
    }
}
