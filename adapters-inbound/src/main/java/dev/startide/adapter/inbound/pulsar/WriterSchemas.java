package dev.startide.adapter.inbound.pulsar;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.Schema;
import org.apache.pulsar.client.api.SchemaSerializationException;
import org.apache.pulsar.common.schema.SchemaInfo;

/// The schemas that the messages of a partition were written with, each fetched once.
///
/// Used by one thread.
final class WriterSchemas {

    /// Bounds what a topic with very many versions can cost; beyond it they are fetched again.
    private static final int MOST_VERSIONS = 200;

    private final Map<String, Optional<SchemaInfo>> byVersion = new HashMap<>();

    /// The schema of a message, or empty if it was written without one, or with one that the client
    /// cannot handle.
    ///
    /// @throws PulsarClientException if the broker cannot be asked, or nothing is known about why
    ///     the schema could not be had: it is worth another try
    Optional<SchemaInfo> of(Message<?> message) throws PulsarClientException {
        byte[] version = message.getSchemaVersion();
        if (version == null || version.length == 0) {
            return Optional.empty();
        }
        String key = HexFormat.of().formatHex(version);
        Optional<SchemaInfo> known = byVersion.get(key);
        if (known != null) {
            return known;
        }
        Optional<SchemaInfo> fetched = fetch(message);
        if (byVersion.size() == MOST_VERSIONS) {
            byVersion.clear();
        }
        byVersion.put(key, fetched);
        return fetched;
    }

    private static Optional<SchemaInfo> fetch(Message<?> message) throws PulsarClientException {
        try {
            return message.getReaderSchema().map(Schema::getSchemaInfo);
        } catch (SchemaSerializationException refused) {
            return withoutSchema(refused);
        } catch (IllegalArgumentException unsupported) {
            return Optional.empty();
        }
    }

    /// The client calls an argument illegal if it does not support the type of the schema; that
    /// will not change. Everything else may.
    private static Optional<SchemaInfo> withoutSchema(SchemaSerializationException refused)
            throws PulsarClientException {
        Throwable cause = refused.getCause();
        if (cause instanceof IllegalArgumentException) {
            return Optional.empty();
        }
        throw cause instanceof PulsarClientException unanswered ? unanswered : new PulsarClientException(refused);
    }
}
