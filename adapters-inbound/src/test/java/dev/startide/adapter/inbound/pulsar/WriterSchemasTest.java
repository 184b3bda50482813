package dev.startide.adapter.inbound.pulsar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.common.schema.SchemaInfo;
import org.junit.jupiter.api.Test;

class WriterSchemasTest {

    private final Deque<PulsarClientException> failures = new ArrayDeque<>();
    private final WriterSchemas schemas = new WriterSchemas(_ -> fetched());
    private int asked;

    @Test
    void asksAgainAfterAFailureThatMayPass() throws PulsarClientException {
        // Given
        failures.add(new PulsarClientException.TimeoutException("made to fail"));
        Throwable first = catchThrowable(() -> schemas.of(messageOfVersion(1)));

        // When
        Optional<SchemaInfo> second = schemas.of(messageOfVersion(1));

        // Then
        assertThat(first).isInstanceOf(PulsarClientException.class);
        assertThat(second).isPresent();
    }

    @Test
    void asksOnceForEachVersion() throws PulsarClientException {
        // Given
        schemas.of(messageOfVersion(1));
        schemas.of(messageOfVersion(2));

        // When
        schemas.of(messageOfVersion(1));

        // Then
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void asksNobodyAboutAMessageWithoutSchema() throws PulsarClientException {
        // When
        Optional<SchemaInfo> schema = schemas.of(messageOfVersion());

        // Then
        assertThat(schema).isEmpty();
        assertThat(asked).isZero();
    }

    private Optional<SchemaInfo> fetched() throws PulsarClientException {
        asked++;
        if (!failures.isEmpty()) {
            throw failures.poll();
        }
        return Optional.of(SchemaInfo.builder().name("any").schema(new byte[0]).build());
    }

    private static Message<?> messageOfVersion(int... version) {
        byte[] bytes = new byte[version.length];
        for (int index = 0; index < version.length; index++) {
            bytes[index] = (byte) version[index];
        }
        return (Message<?>) Proxy.newProxyInstance(
                Message.class.getClassLoader(),
                new Class<?>[] {Message.class},
                (_, method, _) -> method.getName().equals("getSchemaVersion") ? bytes : null);
    }
}
