package dev.startide.adapter.inbound.pulsar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PulsarPositionTest {

    @Test
    void survivesBeingStored() {
        // Given
        var position = new PulsarPosition(12, 34, 5, 67);

        // When
        var read = PulsarPosition.of(position.stored());

        // Then
        assertThat(read).isEqualTo(position);
        assertThat(position.stored().token()).isEqualTo("12:34:5:67");
    }

    @Test
    void ordersMessagesOfAPartition() {
        // Given
        var position = new PulsarPosition(2, 5, 0, 3);

        // When
        var start = PulsarPosition.of(SourcePosition.START);

        // Then
        assertThat(position.isAfter(start)).isTrue();
        assertThat(position.isAfter(position)).isFalse();
        assertThat(new PulsarPosition(2, 5, 0, 4).isAfter(position)).isTrue();
        assertThat(new PulsarPosition(2, 6, 0, -1).isAfter(position)).isTrue();
        assertThat(new PulsarPosition(3, 0, 0, -1).isAfter(position)).isTrue();
        assertThat(new PulsarPosition(1, 9, 0, 9).isAfter(position)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:2:3", "a:b:c:d", "42", "1:2:3:4:5"})
    void refusesWhatAnotherKindOfSourceStored(String token) {
        // Given
        var stored = new SourcePosition(token);

        // When
        var refusal = catchThrowableOfType(StartideException.class, () -> PulsarPosition.of(stored));

        // Then
        assertThat(refusal.code()).isEqualTo(FailureCode.INVARIANT_BROKEN);
    }
}
