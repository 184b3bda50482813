package dev.startide.sample.tpch.publish;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pulsar.client.api.Schema;
import org.apache.pulsar.common.schema.SchemaInfo;
import org.apache.pulsar.common.schema.SchemaType;

/// Tells Pulsar that messages, which are bytes already, are Avro of a schema.
///
/// Takes the place of `Schema.NATIVE_AVRO`, which in the shaded client knows only its own copy of
/// Avro.
final class AvroBytes implements Schema<byte[]> {

    private final SchemaInfo info;

    AvroBytes(org.apache.avro.Schema schema) {
        this(SchemaInfo.builder()
                .name(schema.getName())
                .type(SchemaType.AVRO)
                .schema(schema.toString().getBytes(StandardCharsets.UTF_8))
                .properties(Map.of())
                .build());
    }

    private AvroBytes(SchemaInfo info) {
        this.info = info;
    }

    @Override
    public byte[] encode(byte[] message) {
        return message;
    }

    @Override
    public byte[] decode(byte[] bytes) {
        return bytes;
    }

    @Override
    public SchemaInfo getSchemaInfo() {
        return info;
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // immutable, so the same is as good as a copy
    public Schema<byte[]> clone() {
        return new AvroBytes(info);
    }
}
