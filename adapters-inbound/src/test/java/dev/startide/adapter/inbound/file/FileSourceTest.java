package dev.startide.adapter.inbound.file;

import static dev.startide.domain.testkit.SourceBuilder.aSource;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.port.inbound.FiniteSource;
import dev.startide.domain.testkit.memory.RecordingIngest;
import dev.startide.warehouse.mapping.SourceName;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FileSourceTest {

    private static final SourceName ORDERS = new SourceName("orders");

    private final InputStream before = System.in;
    private final RecordingIngest log = new RecordingIngest(aSource("orders").build());

    @AfterEach
    void giveStandardInputBack() {
        System.setIn(before);
    }

    @Test
    void givesEachProcessALaneOfItsOwnForStandardInput() {
        // Given
        readStandardInput("{\"a\":1}");

        // When
        readStandardInput("{\"a\":2}");

        // Then
        assertThat(log.eventsByLane(ORDERS))
                .hasSize(2)
                .allSatisfy((lane, events) -> assertThat(lane).startsWith("stdin-"));
    }

    private void readStandardInput(String content) {
        System.setIn(new ByteArrayInputStream(content.getBytes(UTF_8)));
        new FileSource(Clock.systemUTC()).readAll(ORDERS, "-", FiniteSource.Form.DOCUMENTS, log, totals -> {});
    }
}
