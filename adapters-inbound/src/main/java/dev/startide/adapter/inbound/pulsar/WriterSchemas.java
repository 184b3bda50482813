package dev.startide.adapter.inbound.pulsar;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.common.schema.SchemaInfo;

/// The schemas that the messages of a partition were written with, each fetched once.
///
/// Used by one thread.
final class WriterSchemas {

    /// Bounds what a topic with very many versions can cost; beyond it they are fetched again.
    private static final int MOST_VERSIONS = 200;

    private final Registry registry;
    private final Map<String, Optional<SchemaInfo>> byVersion = new HashMap<>();

    /// Who knows the versions of a topic's schema.
    interface Registry {

        /// A version, or empty if there is none.
        ///
        /// @throws PulsarClientException if the broker cannot be asked: it is worth another try
        Optional<SchemaInfo> version(byte[] version) throws PulsarClientException;
    }

    WriterSchemas(Registry registry) {
        this.registry = registry;
    }

    /// The schema of a message, or empty if it was written without one.
    ///
    /// @throws PulsarClientException if the broker cannot be asked: it is worth another try
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
        Optional<SchemaInfo> fetched = registry.version(version);
        if (byVersion.size() == MOST_VERSIONS) {
            byVersion.clear();
        }
        byVersion.put(key, fetched);
        return fetched;
    }
}
