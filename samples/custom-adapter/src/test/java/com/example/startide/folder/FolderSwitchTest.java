package com.example.startide.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.port.inbound.EventSource;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderSwitchTest {

    @Test
    void isThereWhenItsPropertyIsSet() {
        // Given
        Map<String, Object> settings = Map.of("startide.adapters.folder.enabled", "true");

        // When
        try (var context = ApplicationContext.run(settings)) {
            // Then
            assertThat(context.getBean(EventSource.class).kind()).isEqualTo("folder");
        }
    }

    @ParameterizedTest
    @CsvSource({"startide.adapters.folder.enabled, false", "startide.adapters.other.enabled, true"})
    void isNotThereOtherwise(String property, String value) {
        // Given
        Map<String, Object> settings = Map.of(property, value);

        // When
        try (var context = ApplicationContext.run(settings)) {
            // Then
            assertThat(context.containsBean(EventSource.class)).isFalse();
        }
    }
}
