package dev.startide.adapter.inbound.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadersTest {

    @Test
    void replacesWhatADatabaseCannotKeep() {
        // When
        var kept = Headers.bounded(Map.of("a", "nul\0half\ud83d", "b", "whole🙂"));

        // Then
        assertThat(kept).containsOnly(Map.entry("a", "nul\uFFFDhalf\uFFFD"), Map.entry("b", "whole🙂"));
    }

    @Test
    void cutsLongValuesAndSaysHowManyHeadersItLeftOut() {
        // Given
        Map<String, String> headers = new HashMap<>();
        for (int number = 100; number < 203; number++) {
            headers.put("h" + number, "x".repeat(5_000));
        }

        // When
        var kept = Headers.bounded(headers);

        // Then
        assertThat(kept).hasSize(101).containsEntry(Headers.LEFT_OUT, "3").containsKeys("h100", "h199");
        assertThat(kept.get("h100")).hasSize(Headers.MAX_VALUE_LENGTH);
    }
}
