package com.example.startide.folder;

import static dev.startide.domain.testkit.SourceBuilder.aSource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.mapping.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FolderOptionsTest {

    @Test
    void needsNothingButThePath() {
        // Given
        Source source = orders(Map.of("path", "/spool/../spool/orders"));

        // When
        FolderOptions options = FolderOptions.of(source);

        // Then
        assertThat(options).isEqualTo(new FolderOptions(Path.of("/spool/orders"), Duration.ofSeconds(1), true));
    }

    @Test
    void takesEveryOption() {
        // Given
        Source source = orders(Map.of("path", "/spool/orders", "poll", "250ms", "keep", "false"));

        // When
        FolderOptions options = FolderOptions.of(source);

        // Then
        assertThat(options).isEqualTo(new FolderOptions(Path.of("/spool/orders"), Duration.ofMillis(250), false));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void refusesWhatCannotBeUsed(Map<String, String> written, String complaint) {
        // Given
        Source source = orders(written);

        // When
        StartideException refusal = catchThrowableOfType(StartideException.class, () -> FolderOptions.of(source));

        // Then
        assertThat(refusal).hasMessageContaining("Source orders").hasMessageContaining(complaint);
        assertThat(refusal.code()).isEqualTo(FailureCode.SETTING_INVALID);
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of(Map.of(), "names no folder"),
                Arguments.of(Map.of("path", " "), "names no folder"),
                Arguments.of(Map.of("path", "a\0b"), "is no path"),
                Arguments.of(Map.of("path", "x".repeat(2_000)), "more than 1000 characters"),
                Arguments.of(Map.of("path", "/spool", "pol", "1s"), "unknown options [pol]"),
                Arguments.of(Map.of("path", "/spool", "poll", "soon"), "looks every 'soon'"),
                Arguments.of(Map.of("path", "/spool", "poll", "0s"), "looks every '0s'"),
                Arguments.of(Map.of("path", "/spool", "keep", "maybe"), "keep: maybe"));
    }

    private static Source orders(Map<String, String> options) {
        return aSource("orders").ofKind("folder").with(options).build();
    }
}
