package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.EventBuilder.anEvent;
import static dev.startide.domain.testkit.RawLogContract.LANE;
import static dev.startide.domain.testkit.RawLogContract.ORDERS;
import static dev.startide.domain.testkit.RawLogContract.everythingIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.PayloadSchema;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.port.outbound.RawLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What goes in comes out, byte for byte and character for character.
interface RawLogFidelity {

    RawLog rawLog();

    @Test
    default void keepsEveryByteOfAPayload() {
        // Given
        byte[] everyByte = new byte[256];
        for (int index = 0; index < everyByte.length; index++) {
            everyByte[index] = (byte) index;
        }

        // When
        IncomingEvent kept = throughTheLog(anEvent("e-1").saying(everyByte).build());

        // Then
        assertThat(kept.payload().bytes()).isEqualTo(everyByte);
        assertThat(kept.payload().contentType()).isEqualTo("application/json");
        assertThat(kept.payload().writtenWith()).isEmpty();
    }

    @Test
    default void keepsAnEmptyPayload() {
        // Given
        IncomingEvent event = anEvent("e-1").saying(new byte[0]).build();

        // When
        IncomingEvent kept = throughTheLog(event);

        // Then
        assertThat(kept.payload().bytes()).isEmpty();
    }

    @Test
    default void keepsTheSchemaOfAPayload() {
        // Given
        PayloadSchema schema = new PayloadSchema("avro", "{\"type\":\"string\",\"doc\":\"größer\"}");

        // When
        IncomingEvent kept = throughTheLog(anEvent("e-1").writtenWith(schema).build());

        // Then
        assertThat(kept.payload().writtenWith()).contains(schema);
    }

    @Test
    default void keepsSchemasApart() {
        // Given
        PayloadSchema first = new PayloadSchema("avro", "\"string\"");
        PayloadSchema second = new PayloadSchema("avro", "\"bytes\"");
        OpenLane lane = rawLog().open(ORDERS, LANE);
        var batch = List.of(
                anEvent("e-1").writtenWith(first).build(),
                anEvent("e-2").writtenWith(second).build(),
                anEvent("e-3").writtenWith(first).build());

        // When
        rawLog().append(ORDERS, IngestBatch.of(lane, batch));

        // Then
        assertThat(everythingIn(rawLog()))
                .extracting(event -> event.event().payload().writtenWith().orElseThrow())
                .containsExactly(first, second, first);
    }

    @Test
    default void keepsHeadersWithAnyCharacters() {
        // Given
        Map<String, String> headers =
                Map.of("empty", "", "quotes", "\"'\\\n\t{}", "wide", "größer 🚀", "nul", "a\u0000b", "clé: =", "a key");

        // When
        IncomingEvent kept = throughTheLog(anEvent("e-1").withHeaders(headers).build());

        // Then
        assertThat(kept.headers()).isEqualTo(headers);
    }

    @Test
    default void keepsAnIdWithAnyCharacters() {
        // Given
        IncomingEvent event = anEvent("größer\u0000'\\🚀").saying("{}").build();

        // When
        IncomingEvent kept = throughTheLog(event);

        // Then
        assertThat(kept.identity()).isEqualTo(event.identity());
    }

    @Test
    default void keepsThatAnEventHasNoId() {
        // Given
        IncomingEvent event = anEvent("e-1").withoutId().build();

        // When
        IncomingEvent kept = throughTheLog(event);

        // Then
        assertThat(kept.identity()).isEqualTo(new IncomingEvent.Identity.InContent());
    }

    @Test
    default void keepsTheArrivalToTheMicrosecond() {
        // Given
        Instant arrival = Instant.parse("2026-03-15T23:59:59.999999Z");

        // When
        IncomingEvent kept = throughTheLog(anEvent("e-1").arrivingAt(arrival).build());

        // Then
        assertThat(kept.arrivedAt()).isEqualTo(arrival);
    }

    @Test
    default void keepsLongNamesAndPositions() {
        // Given
        LaneName longest = new LaneName("ü".repeat(LaneName.MAX_LENGTH));
        SourcePosition farthest = new SourcePosition("🚀".repeat(SourcePosition.MAX_LENGTH / 2));
        OpenLane lane = rawLog().open(ORDERS, longest);

        // When
        rawLog().append(ORDERS, new IngestBatch(lane, EventBuilder.events("e-1"), farthest));

        // Then
        assertThat(rawLog().open(ORDERS, longest))
                .returns(lane.id(), OpenLane::id)
                .returns(farthest, OpenLane::position);
    }

    private IncomingEvent throughTheLog(IncomingEvent event) {
        OpenLane lane = rawLog().open(ORDERS, LANE);
        rawLog().append(ORDERS, IngestBatch.of(lane, List.of(event)));
        return everythingIn(rawLog()).getFirst().event();
    }
}
