package dev.startide.app.report;

import static dev.startide.domain.testkit.EventBuilder.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.Payload;
import dev.startide.warehouse.mapping.SourceName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportedEventTest {

    @Test
    void showsADocumentAsDataByteByByte() {
        assertThat(lineOf(anEvent("e-1")
                        .withoutId()
                        .withHeaders(Map.of())
                        .saying("{\"n\": 1.0}")
                        .build()))
                .isEqualTo("""
                    {"id":"1:7","source":"startide:shop","specversion":"1.0","type":"startide.exported",\
                    "datacontenttype":"application/json","data":{"n": 1.0}}\
                    """);
    }

    @Test
    void showsWhatIsNotJsonOnOneLineInBase64() {
        assertThat(lineOf(anEvent("e-1").saying("{\"n\":\n1}").build())).contains("\"data_base64\":\"eyJuIjoKMX0=\"");
        assertThat(lineOf(anEvent("e-1").saying("{\"n\":1").build())).contains("\"data_base64\":\"eyJuIjox\"");
        assertThat(lineOf(anEvent("e-1").saying(new byte[] {(byte) 0xff}).build()))
                .contains("\"data_base64\":\"/w==\"");
    }

    @Test
    void keepsTheAttributesThatCame() {
        assertThat(lineOf(anEvent("/shop 7")
                        .withHeaders(Map.of("ce-type", "sold", "ce-time", "2026-01-31T12:00:00Z", "key", "k"))
                        .build()))
                .contains(
                        "\"id\":\"7\"",
                        "\"source\":\"/shop\"",
                        "\"type\":\"sold\"",
                        "\"time\":\"2026-01-31T12:00:00Z\"",
                        "\"startideheaders\":\"{\\\"key\\\":\\\"k\\\"}\"");
    }

    @Test
    void isTheLineItselfIfItCameAsACloudEvent() {
        // Given
        String whole = """
            {"specversion":"1.0","id":"7","source":"/shop","type":"sold","data":{"n":1}}\
            """;
        IncomingEvent event = new IncomingEvent(
                new IncomingEvent.Identity.Given("/shop 7"),
                Map.of(),
                Instant.EPOCH,
                new Payload.SelfDescribing("application/cloudevents+json", whole.getBytes(StandardCharsets.UTF_8)));

        // When
        String line = lineOf(event);

        // Then
        assertThat(line).isEqualTo(whole);
    }

    private static String lineOf(IncomingEvent event) {
        LanePosition at = new LanePosition(new LaneId(1), 7);
        return new ExportedEvent(new LoggedEvent(at, new SourceName("shop"), LoggedEvent.Admission.ACCEPTED, event))
                .line();
    }
}
