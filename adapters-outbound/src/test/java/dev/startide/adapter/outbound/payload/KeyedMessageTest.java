package dev.startide.adapter.outbound.payload;

import static dev.startide.adapter.outbound.payload.Orders.computed;
import static dev.startide.adapter.outbound.payload.Orders.logged;
import static dev.startide.adapter.outbound.payload.Orders.optional;
import static dev.startide.adapter.outbound.payload.Orders.refusal;
import static dev.startide.adapter.outbound.payload.Orders.required;
import static dev.startide.adapter.outbound.payload.Orders.typed;
import static dev.startide.adapter.outbound.payload.Orders.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.Payload;
import dev.startide.domain.event.PayloadSchema;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.warehouse.mapping.EventType.Condition;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedMessageTest {

    private static final String AT = "2026-03-15T12:00:00Z";
    private static final String VALUE = "{\"at\":\"%s\",\"city\":\"Graz\"}".formatted(AT);
    private static final byte[] VALUE_BYTES = VALUE.getBytes(UTF_8);
    private static final byte[] KEY_BYTES = "{\"id\":\"c-1\"}".getBytes(UTF_8);

    private final EventReader reader = Orders.reader(
            Orders.type(
                    "customer_gone",
                    new Condition.Cel("'pulsar-tombstone' in headers"),
                    "at",
                    computed("id", "text", "key.id"),
                    computed("at", "timestamptz", "headers['pulsar-publish-time']")),
            Orders.type(
                    "customer_changed",
                    new Condition.Always(),
                    "at",
                    required("at", "timestamptz"),
                    optional("city", "text"),
                    computed("id", "text", "key.id")));

    @Test
    void readsTheKeyBesideTheValueInThePayload() {
        // When
        Reading reading = reader.read(inline(KEY_BYTES, VALUE_BYTES));

        // Then
        assertThat(typed(reading).type().name().value()).isEqualTo("customer_changed");
        assertThat(value(reading, "id")).isEqualTo("c-1");
        assertThat(value(reading, "city")).isEqualTo("Graz");
    }

    @Test
    void readsTheKeyInAHeaderAndTheValueInThePayload() {
        // When
        Reading reading = reader.read(separated(VALUE_BYTES, Map.of("pulsar-key", base64(KEY_BYTES))));

        // Then
        assertThat(value(reading, "id")).isEqualTo("c-1");
        assertThat(value(reading, "city")).isEqualTo("Graz");
    }

    @Test
    void takesAMessageWithoutValueForADeleteWhereTheModelSaysSo() {
        // When
        Reading separated = reader.read(separated(new byte[0], tombstone(base64(KEY_BYTES), AT)));
        Reading inline = reader.read(keyValue("inline", framed(KEY_BYTES, null), Map.of("pulsar-publish-time", AT)));

        // Then
        assertThat(typed(separated).type().name().value()).isEqualTo("customer_gone");
        assertThat(value(separated, "id")).isEqualTo("c-1");
        assertThat(value(inline, "id")).isEqualTo("c-1");
    }

    @Test
    void tellsDeletesOfTwoKeysAtOneInstantApart() {
        // When
        Reading one = reader.read(separated(new byte[0], tombstone(base64(KEY_BYTES), AT)));
        Reading other = reader.read(separated(new byte[0], tombstone(base64("{\"id\":\"c-2\"}".getBytes(UTF_8)), AT)));

        // Then
        assertThat(typed(one).order()).isNotEqualTo(typed(other).order());
    }

    @Test
    void readsAKeyThatIsMereText() {
        // Given
        EventReader byText = Orders.reader(Orders.type(
                "any", new Condition.Always(), "at", required("at", "timestamptz"), computed("id", "text", "key")));

        // When
        Reading with = byText.read(
                logged(new Payload.SelfDescribing("application/json", VALUE_BYTES), Map.of("pulsar-key", "c-9")));
        Reading without = byText.read(Orders.json(VALUE));

        // Then
        assertThat(value(with, "id")).isEqualTo("c-9");
        assertThat(value(without, "id")).isNull();
    }

    @Test
    void ignoresDeletesThatNoEventTypeAsksFor() {
        // Given
        EventReader byKind = Orders.reader(Orders.type(
                "placed", new Condition.Cel("event.kind == 'placed'"), "at", required("at", "timestamptz")));

        // When
        Reading reading =
                byKind.read(logged(new Payload.SelfDescribing("application/json", new byte[0]), tombstone("c-1", AT)));

        // Then
        assertThat(reading).isInstanceOf(Reading.Ignored.class);
    }

    @Test
    void saysOfADeleteThatEveryEventIsOfOneType() {
        // Given
        EventReader direct =
                Orders.reader(Orders.type("any", new Condition.Always(), "at", required("at", "timestamptz")));

        // When
        Reading reading =
                direct.read(logged(new Payload.SelfDescribing("application/json", new byte[0]), tombstone("c-1", AT)));

        // Then
        assertThat(refusal(reading).reason()).isEqualTo(Reason.PAYLOAD_UNREADABLE);
        assertThat(refusal(reading).message()).contains("pulsar-tombstone");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mutantsAreReadOrRefused(long seed) {
        Random random = new Random(seed);
        byte[] valid = framed(KEY_BYTES, VALUE_BYTES);
        for (int mutant = 0; mutant < 2_000; mutant++) {
            // Given
            byte[] bytes = valid.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            LoggedEvent event = keyValue("inline", bytes, Map.of());

            // When
            Reading reading = reader.read(event);

            // Then
            assertThat(reading).as("seed %d, mutant %d", seed, mutant).isNotInstanceOf(Reading.Ignored.class);
        }
    }

    private static Map<String, String> tombstone(String key, String publishedAt) {
        return Map.of("pulsar-key", key, "pulsar-tombstone", "true", "pulsar-publish-time", publishedAt);
    }

    private static LoggedEvent inline(byte[] key, byte @Nullable [] value) {
        return keyValue("inline", framed(key, value), Map.of());
    }

    private static LoggedEvent separated(byte[] value, Map<String, String> headers) {
        return keyValue("separated", value, headers);
    }

    private static LoggedEvent keyValue(String encoding, byte[] bytes, Map<String, String> headers) {
        String definition = """
                {"encoding":"%s","key":{"type":"json"},"value":{"type":"string"}}""".formatted(encoding);
        return logged(
                new Payload.WithSchema(
                        "application/vnd.apache.pulsar.key_value",
                        bytes,
                        new PayloadSchema("pulsar-key-value", definition)),
                headers);
    }

    private static byte[] framed(byte[] key, byte @Nullable [] value) {
        int length = value == null ? 0 : value.length;
        ByteBuffer bytes = ByteBuffer.allocate(2 * Integer.BYTES + key.length + length);
        bytes.putInt(key.length).put(key).putInt(value == null ? -1 : length);
        return value == null ? bytes.array() : bytes.put(value).array();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
