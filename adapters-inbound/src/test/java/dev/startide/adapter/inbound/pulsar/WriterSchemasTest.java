package dev.startide.adapter.inbound.pulsar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Proxy;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.SchemaSerializationException;
import org.junit.jupiter.api.Test;

class WriterSchemasTest {

    private final WriterSchemas schemas = new WriterSchemas();
    private final AtomicInteger asked = new AtomicInteger();

    private Message<?> messageWhoseSchemaFailsWith(RuntimeException failure) {
        return (Message<?>) Proxy.newProxyInstance(
                Message.class.getClassLoader(), new Class<?>[] {Message.class}, (_, method, _) -> {
                    if (method.getName().equals("getSchemaVersion")) {
                        return new byte[] {1};
                    }
                    asked.incrementAndGet();
                    throw failure;
                });
    }

    @Test
    void asksAgainAfterAFailureThatMayPass() {
        // Given
        var message = messageWhoseSchemaFailsWith(new SchemaSerializationException(new TimeoutException()));
        Throwable first = catchThrowable(() -> schemas.of(message));

        // When
        Throwable second = catchThrowable(() -> schemas.of(message));

        // Then
        assertThat(first).isInstanceOf(PulsarClientException.class);
        assertThat(second).isInstanceOf(PulsarClientException.class);
        assertThat(asked).hasValue(2);
    }

    @Test
    void doesWithoutASchemaThatTheClientDoesNotSupport() throws PulsarClientException {
        // Given
        var message = messageWhoseSchemaFailsWith(new IllegalArgumentException("is not supported yet"));
        var first = schemas.of(message);

        // When
        var second = schemas.of(message);

        // Then
        assertThat(first).isEmpty();
        assertThat(second).isEmpty();
        assertThat(asked).hasValue(1);
    }
}
