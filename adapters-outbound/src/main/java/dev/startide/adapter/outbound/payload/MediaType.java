package dev.startide.adapter.outbound.payload;

import dev.startide.warehouse.mapping.Source.PayloadFormat;
import java.util.Locale;

/// What a content type says about how bytes are read.
enum MediaType {
    JSON,
    CLOUD_EVENT,
    AVRO,
    BARE_VALUE;

    /// What only Pulsar has; behind it the type of a schema, in small letters.
    static final String PULSAR = "application/vnd.apache.pulsar.";

    /// Reads a content type. One that says nothing (none, or just bytes) leaves it to the source.
    ///
    /// @throws Refusal if it is none that we read
    static MediaType of(String contentType, PayloadFormat otherwise) {
        int parameters = contentType.indexOf(';');
        String name = (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
        if (parameters >= 0) {
            requireUtf8(contentType.substring(parameters).toLowerCase(Locale.ROOT));
        }
        return switch (name) {
            case "application/json", "text/json" -> JSON;
            case "application/cloudevents+json" -> CLOUD_EVENT;
            case "avro/binary", "application/avro" -> AVRO;
            case "", "application/octet-stream" ->
                switch (otherwise) {
                    case JSON, DEBEZIUM -> JSON;
                    case AVRO -> AVRO;
                };
            default -> {
                if (name.endsWith("+json")) {
                    yield JSON;
                }
                if (name.startsWith(PULSAR)) {
                    yield ofPulsar(name.substring(PULSAR.length()));
                }
                throw Refusal.unreadable("content of this type is not read; send JSON, CloudEvents or Avro");
            }
        };
    }

    private static MediaType ofPulsar(String type) {
        return switch (type) {
            case "encrypted" ->
                throw Refusal.unreadable(
                        "the message is encrypted, and no key in the folder of startide.pulsar.decryption-keys opened it");
            case "protobuf", "protobuf_native" ->
                throw Refusal.unreadable("Protobuf is not read; publish the events as JSON or Avro");
            default -> {
                if (BareValues.isRead(type)) {
                    yield BARE_VALUE;
                }
                throw Refusal.unreadable("messages with a schema of this type of Pulsar's are not read");
            }
        };
    }

    private static void requireUtf8(String parameters) {
        int charset = parameters.indexOf("charset=");
        if (charset >= 0 && !parameters.substring(charset).replace("\"", "").startsWith("charset=utf-8")) {
            throw Refusal.unreadable("the content type names another character set than UTF-8");
        }
    }
}
