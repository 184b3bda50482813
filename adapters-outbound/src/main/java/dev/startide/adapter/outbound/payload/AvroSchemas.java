package dev.startide.adapter.outbound.payload;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.startide.domain.event.PayloadSchema;
import java.util.Optional;
import org.apache.avro.Schema;

/// Parsed schemas by their definition. A topic has few versions; whoever sends a new one with every
/// event pays for the parsing, not with our memory. Safe for use by many threads.
final class AvroSchemas {

    private static final int MAX_SCHEMAS = 1_000;

    /// Far beyond any honest schema.
    private static final int MAX_LENGTH = 1_048_576;

    private final Cache<String, Optional<Schema>> parsed =
            Caffeine.newBuilder().maximumSize(MAX_SCHEMAS).build();

    /// @throws Refusal if it is no Avro schema
    Schema parsed(PayloadSchema schema) {
        if (!schema.kind().equals("avro") || schema.definition().length() > MAX_LENGTH) {
            throw Refusal.unreadable("the payload's schema is not Avro, or too long");
        }
        Optional<Schema> known = parsed.get(schema.definition(), AvroSchemas::parse);
        return known.orElseThrow(() -> Refusal.unreadable("the payload's schema is not valid Avro"));
    }

    /// The parser stumbles over odd definitions in many ways.
    private static Optional<Schema> parse(String definition) {
        try {
            return Optional.of(new Schema.Parser().parse(definition));
        } catch (RuntimeException invalid) {
            return Optional.empty();
        }
    }
}
