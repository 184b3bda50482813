package dev.startide.adapter.inbound.file;

import static dev.startide.domain.testkit.SourceBuilder.aSource;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.port.inbound.FiniteSource.Form;
import dev.startide.domain.port.inbound.FiniteSource.Progress;
import dev.startide.domain.testkit.memory.RecordingIngest;
import dev.startide.warehouse.mapping.SourceName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineIngestTest {

    private static final SourceName ORDERS = new SourceName("orders");
    private static final LaneName FILE = new LaneName("/data/orders.ndjson");

    private final RecordingIngest log = new RecordingIngest(aSource("orders").build());
    private final LineIngest ingest =
            new LineIngest(log, new LineEvents(Form.DOCUMENTS, () -> Instant.EPOCH), totals -> {});

    @Test
    void logsEachLineThatIsNotBlank() throws IOException {
        // When
        Progress totals = logFile("{\"a\":1}\n\n{\"a\":2}\r\n   \n{\"a\":3}");

        // Then
        assertThat(totals.accepted()).isEqualTo(3);
        assertThat(logged()).containsExactly("{\"a\":1}", "{\"a\":2}\r", "{\"a\":3}");
    }

    @Test
    void logsNothingOfAFileThatItHasLogged() throws IOException {
        // Given
        logFile("{\"a\":1}\n{\"a\":2}\n");

        // When
        Progress totals = logFile("{\"a\":1}\n{\"a\":2}\n");

        // Then
        assertThat(totals.accepted()).isZero();
        assertThat(totals.passed()).isEqualTo(2);
        assertThat(logged()).hasSize(2);
    }

    @Test
    void goesOnAfterTheLastLineOfAFileThatHasGrown() throws IOException {
        // Given
        logFile("{\"a\":1}\n");

        // When
        Progress totals = logFile("{\"a\":1}\n{\"a\":2}\n");

        // Then
        assertThat(totals.accepted()).isEqualTo(1);
        assertThat(logged()).containsExactly("{\"a\":1}", "{\"a\":2}");
    }

    @Test
    void goesOnAfterALastLineThatHadNoLineFeed() throws IOException {
        // Given
        logFile("{\"a\":1}\n{\"a\":2}");

        // When
        Progress totals = logFile("{\"a\":1}\n{\"a\":2}\n{\"a\":3}");

        // Then
        assertThat(totals.passed()).isEqualTo(2);
        assertThat(logged()).containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
    }

    @Test
    void logsNothingOfAFileThatLostItsLastLineFeed() throws IOException {
        // Given
        logFile("{\"a\":1}\n{\"a\":2}\n");

        // When
        Progress totals = logFile("{\"a\":1}\n{\"a\":2}");

        // Then
        assertThat(totals.passed()).isEqualTo(2);
        assertThat(logged()).hasSize(2);
    }

    @Test
    void goesOnInAFileWithAByteOrderMark() throws IOException {
        // Given
        logFile("\uFEFF{\"a\":1}\n");

        // When
        logFile("\uFEFF{\"a\":1}\n{\"a\":2}\n");

        // Then
        assertThat(logged()).containsExactly("{\"a\":1}", "{\"a\":2}");
    }

    @Test
    void beginsAnewWithAFileThatWasWrittenAnew() throws IOException {
        // Given
        logFile("{\"a\":1}\n{\"a\":2}\n");

        // When
        Progress totals = logFile("{\"b\":1}\n{\"a\":2}\n");

        // Then
        assertThat(totals.accepted()).isEqualTo(2);
        assertThat(logged()).hasSize(4);
    }

    private Progress logFile(String content) throws IOException {
        return ingest.file(ORDERS, FILE, new Content(content.getBytes(UTF_8)));
    }

    private List<String> logged() {
        return log.events(ORDERS).stream()
                .map(event -> new String(event.payload().bytes(), UTF_8))
                .toList();
    }

    private record Content(byte[] bytes) implements LineIngest.Lines {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public long size() {
            return bytes.length;
        }
    }

    @Test
    void takesWholeCloudEventsByTheirIdentity() throws IOException {
        // Given
        LineIngest events = new LineIngest(log, new LineEvents(Form.CLOUD_EVENTS, () -> Instant.EPOCH), totals -> {});
        String sound = """
            {"specversion":"1.0","id":"7","source":"/shop","type":"sold","data":{"n":1}}\
            """;

        // When
        Progress totals =
                events.stream(ORDERS, FILE, new ByteArrayInputStream((sound + "\n{\"n\":1}\n").getBytes(UTF_8)));

        // Then
        assertThat(totals).returns(1L, Progress::accepted).returns(1L, Progress::refused);
        assertThat(log.events(ORDERS)).singleElement().satisfies(event -> {
            assertThat(event.identity()).isEqualTo(new IncomingEvent.Identity.Given("/shop 7"));
            assertThat(event.payload().contentType()).isEqualTo("application/cloudevents+json");
        });
    }
}
