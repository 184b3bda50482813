package dev.startide.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortTest {

    @Test
    void aTakenPortIsNamedTogetherWithWhatChoosesAnother() throws IOException {
        // Given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            // When
            StartideException refusal =
                    catchThrowableOfType(StartideException.class, () -> Port.requireFree("127.0.0.1", port, "--port"));

            // Then
            assertThat(refusal.code()).isEqualTo(FailureCode.SETTING_INVALID);
            assertThat(refusal).hasMessageContaining("Port " + port).hasMessageContaining("--port");
        }
    }
}
