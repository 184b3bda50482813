package dev.startide.adapter.inbound.pulsar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;

/// Whatever stands in the place of a position is one, or is said to be none.
class PulsarPositionFuzzTest {

    @FuzzTest
    void position(byte[] token) {
        String text = new String(token, UTF_8);
        if (text.length() > SourcePosition.MAX_LENGTH) {
            return;
        }
        try {
            PulsarPosition position = PulsarPosition.of(new SourcePosition(text));
            assertThat(PulsarPosition.of(position.stored()).at()).isEqualTo(position.at());
        } catch (StartideException none) {
            assertThat(none.code()).isEqualTo(FailureCode.INVARIANT_BROKEN);
        }
    }
}
