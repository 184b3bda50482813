package com.example.startide.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePositionTest {

    @ParameterizedTest
    @ValueSource(strings = {"1.ndjson", "a:b:c.ndjson", "mit Umläuten.ndjson"})
    void isTheSameAfterItWasStored(String file) {
        // Given
        FilePosition position = new FilePosition(file, 4_711);

        // When
        FilePosition restored = FilePosition.of(position.stored());

        // Then
        assertThat(restored).isEqualTo(position);
    }

    @Test
    void isBeforeEveryFileAtFirst() {
        // When
        FilePosition first = FilePosition.of(SourcePosition.START);

        // Then
        assertThat(first).isEqualTo(new FilePosition("", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"somewhere", "x:1.ndjson"})
    void refusesAPositionOfAnotherAdapter(String token) {
        // Given
        SourcePosition foreign = new SourcePosition(token);

        // When
        StartideException refusal = catchThrowableOfType(StartideException.class, () -> FilePosition.of(foreign));

        // Then
        assertThat(refusal.code()).isEqualTo(FailureCode.INVARIANT_BROKEN);
    }
}
