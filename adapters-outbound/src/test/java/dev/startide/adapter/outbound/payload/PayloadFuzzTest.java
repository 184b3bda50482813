package dev.startide.adapter.outbound.payload;

import static dev.startide.adapter.outbound.payload.Orders.computed;
import static dev.startide.adapter.outbound.payload.Orders.optional;
import static dev.startide.adapter.outbound.payload.Orders.placed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.Payload;
import dev.startide.domain.event.PayloadSchema;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.EventType.Condition;
import dev.startide.warehouse.mapping.Field;
import java.util.Map;

/// Whatever arrives is read, ignored or refused with a reason, the same each time and by each way;
/// no other exception leaves the reader, and nothing that it holds grows beyond limits.
///
/// Bytes that have led to something once stay as seeds beside this class, and are tried by every
/// build.
class PayloadFuzzTest {

    private static final int MAX_MESSAGE = 2_000;
    private static final Map<String, String> KEYED = Map.of("pulsar-key", "eyJpZCI6MX0=");

    private final EventReader direct = Orders.reader(placed());
    private final EventReader byTree = Orders.reader(type("true"));
    private final EventReader keyed = Orders.reader(Orders.type(
            "order_placed",
            new Condition.Cel("!('pulsar-tombstone' in headers)"),
            "placed_at",
            Orders.required("placed_at", "timestamptz"),
            optional("value", "text"),
            computed("order_id", "text", "string(key)")));

    @FuzzTest
    void json(byte[] content) {
        requireSameBothWays(Orders.json(content));
    }

    @FuzzTest
    void cloudEvent(byte[] content) {
        requireSettled(byTree, of("application/cloudevents+json", content));
    }

    @FuzzTest
    void avro(byte[] content) {
        requireSameBothWays(Orders.avro(content, AvroOrders.SCHEMA));
        requireSameBothWays(Orders.avro(content, AvroOrders.OLD_SCHEMA));
    }

    /// The schema is the first line of the seed.
    @FuzzTest
    void avroOfAnySchema(byte[] seed) {
        Cut cut = Cut.of(seed);
        requireSameBothWays(Orders.avro(cut.rest(), cut.line()));
    }

    /// What the message's key and value are read with is the first line of the seed.
    @FuzzTest
    void keyAndValue(byte[] seed) {
        Cut cut = Cut.of(seed);
        Payload payload = new Payload.WithSchema(
                "application/vnd.apache.pulsar.key_value",
                cut.rest(),
                new PayloadSchema("pulsar-key-value", cut.line()));
        requireSettled(keyed, Orders.logged(payload, KEYED));
        requireSettled(keyed, Orders.logged(payload, Map.of()));
    }

    /// The type of the value is the first line of the seed.
    @FuzzTest
    void singleValue(byte[] seed) {
        Cut cut = Cut.of(seed);
        requireSettled(keyed, of("application/vnd.apache.pulsar." + cut.line(), cut.rest()));
    }

    /// The content type is the first line of the seed.
    @FuzzTest
    void contentOfAnyType(byte[] seed) {
        Cut cut = Cut.of(seed);
        requireSettled(byTree, of(cut.line(), cut.rest()));
    }

    private static EventType type(String condition) {
        return Orders.type(
                "order_placed",
                new Condition.Cel(condition),
                "placed_at",
                placed().fields().fields().toArray(Field[]::new));
    }

    private static LoggedEvent of(String contentType, byte[] content) {
        return Orders.logged(new Payload.SelfDescribing(contentType, content));
    }

    private void requireSameBothWays(LoggedEvent logged) {
        assertThat(requireSettled(byTree, logged).getClass())
                .isEqualTo(requireSettled(direct, logged).getClass());
    }

    private static Reading requireSettled(EventReader reader, LoggedEvent logged) {
        Reading reading = reader.read(logged);
        assertThat(outcome(reader.read(logged))).isEqualTo(outcome(reading));
        if (reading instanceof Reading.Refused refused) {
            assertThat(refused.rejection().message()).isNotBlank().hasSizeLessThanOrEqualTo(MAX_MESSAGE);
        }
        return reading;
    }

    /// What a reading says; the values of fields have no equality of their own.
    private static Object outcome(Reading reading) {
        return reading instanceof Reading.Typed(var _, var event) ? event.order() : reading;
    }

    /// A seed: a line of text, and the bytes after it.
    private record Cut(String line, byte[] rest) {

        static Cut of(byte[] seed) {
            int end = 0;
            while (end < seed.length && seed[end] != '\n') {
                end++;
            }
            byte[] rest = new byte[Math.max(0, seed.length - end - 1)];
            System.arraycopy(seed, seed.length - rest.length, rest, 0, rest.length);
            return new Cut(new String(seed, 0, end, UTF_8), rest);
        }
    }
}
