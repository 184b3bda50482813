package dev.startide.adapter.outbound.payload;

import static dev.startide.adapter.outbound.payload.Orders.avro;
import static dev.startide.adapter.outbound.payload.Orders.logged;
import static dev.startide.adapter.outbound.payload.Orders.optional;
import static dev.startide.adapter.outbound.payload.Orders.placed;
import static dev.startide.adapter.outbound.payload.Orders.refusal;
import static dev.startide.adapter.outbound.payload.Orders.typed;
import static dev.startide.adapter.outbound.payload.Orders.value;
import static dev.startide.domain.quality.Rejection.Reason.LIMIT_EXCEEDED;
import static dev.startide.domain.quality.Rejection.Reason.PAYLOAD_UNREADABLE;
import static dev.startide.domain.quality.Rejection.Reason.TYPE_MISMATCH;
import static dev.startide.warehouse.schema.ColumnName.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.startide.domain.event.Payload;
import dev.startide.domain.normalize.FieldValues;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.warehouse.mapping.EventType.Condition;
import dev.startide.warehouse.mapping.Field;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AvroReadingTest {

    private final EventReader reader = Orders.reader(placed());

    @Test
    void readsWhatJsonOfTheSameContentGives() {
        // When
        FieldValues fields =
                typed(reader.read(avro(AvroOrders.order(), AvroOrders.SCHEMA))).fields();

        // Then
        FieldValues json = typed(reader.read(Orders.json(Orders.JSON))).fields();
        for (String name :
                new String[] {"order_id", "customer_id", "placed_at", "version", "total", "paid", "due_on"}) {
            assertThat(fields.value(column(name))).as(name).isEqualTo(json.value(column(name)));
        }
        assertThat(fields.value(column("note"))).isNull();
        assertThat(fields.value(column("extra"))).isEqualTo("{\"state\":\"NEW\"}");
        assertThat(fields.elements(fields.group().slotOf(column("lines"))))
                .extracting(line -> line.value(0), line -> line.value(1), line -> line.value(2))
                .containsExactly(tuple(1, 2, new BigDecimal("10.00")), tuple(2, 1, new BigDecimal("11.50")));
    }

    @Test
    void readsTheSameByTree() {
        // Given
        EventReader byTree = Orders.reader(Orders.type(
                "order_placed",
                new Condition.Cel("event.total == 31.5 && event.due_on == '2026-04-01'"),
                "placed_at",
                placed().fields().fields().toArray(Field[]::new)));

        // When
        Reading reading = byTree.read(avro(AvroOrders.order(), AvroOrders.SCHEMA));

        // Then
        assertThat(value(reading, "total")).isEqualTo(new BigDecimal("31.50"));
        assertThat(value(reading, "due_on")).isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @Test
    void saysNothingOfFieldsThatAnOlderSchemaDidNotKnow() {
        // When
        Reading reading = reader.read(avro(AvroOrders.oldOrder(), AvroOrders.OLD_SCHEMA));

        // Then
        assertThat(value(reading, "order_id")).isEqualTo("o-0");
        assertThat(value(reading, "total")).isEqualTo(Unsaid.UNSAID);
        assertThat(value(reading, "lines")).isEqualTo(Unsaid.UNSAID);
        assertThat(typed(reading).order().at()).isEqualTo(Instant.parse("2025-03-15T12:00:00Z"));
    }

    static Stream<Arguments> avroTypes() {
        UUID id = UUID.fromString("3f2504e0-4f89-11d3-9a0c-0305e82c3301");
        byte[] idBytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Stream.of(
                Arguments.of("\"float\"", 1.5f, "double", 1.5),
                Arguments.of("\"double\"", 1.5, "double", 1.5),
                Arguments.of("\"int\"", -3, "bigint", -3L),
                Arguments.of("\"bytes\"", ByteBuffer.wrap(new byte[] {1, 2}), "bytea", new byte[] {1, 2}),
                Arguments.of("{'type':'int','logicalType':'time-millis'}", 1500, "time", LocalTime.parse("00:00:01.5")),
                Arguments.of("{'type':'long','logicalType':'time-micros'}", 1L, "time", LocalTime.ofNanoOfDay(1000)),
                Arguments.of("{'type':'long','logicalType':'timestamp-nanos'}", -1L, "timestamptz", Instant.EPOCH),
                Arguments.of("{'type':'string','logicalType':'uuid'}", id.toString(), "uuid", id),
                Arguments.of(
                        "{'type':'fixed','name':'F','size':16,'logicalType':'uuid'}",
                        new GenericData.Fixed(Schema.createFixed("F", "", "", 16), idBytes),
                        "uuid",
                        id),
                Arguments.of("\"double\"", 1.5, "decimal(4,2)", TYPE_MISMATCH),
                Arguments.of(
                        "{'type':'long','logicalType':'local-timestamp-micros'}", 1L, "timestamptz", TYPE_MISMATCH),
                Arguments.of("{'type':'long','logicalType':'timestamp-micros'}", 1L, "bigint", TYPE_MISMATCH),
                Arguments.of(
                        "{'type':'long','logicalType':'timestamp-micros'}",
                        Long.MAX_VALUE,
                        "timestamptz",
                        Reason.VALUE_OUT_OF_RANGE),
                Arguments.of("{'type':'int','logicalType':'time-millis'}", -1, "time", PAYLOAD_UNREADABLE),
                Arguments.of(
                        "{'type':'bytes','logicalType':'decimal','precision':4,'scale':2}",
                        ByteBuffer.allocate(0),
                        "decimal(4,2)",
                        PAYLOAD_UNREADABLE),
                Arguments.of(
                        "{'type':'bytes','logicalType':'decimal','precision':4,'scale':2}",
                        ByteBuffer.allocate(1000),
                        "decimal(4,2)",
                        LIMIT_EXCEEDED));
    }

    @ParameterizedTest
    @MethodSource("avroTypes")
    void readsLogicalTypes(String avroType, Object written, String type, Object expected) {
        // Given
        String schema = """
                {"type":"record","name":"E","fields":[
                 {"name":"at","type":{"type":"long","logicalType":"timestamp-millis"}},{"name":"x","type":%s}]}""".formatted(avroType.replace('\'', '"'));
        EventReader one = Orders.reader(
                Orders.type("e", new Condition.Always(), "at", optional("at", "timestamptz"), optional("x", type)));
        byte[] bytes = AvroOrders.bytes(new GenericRecordBuilder(new Schema.Parser().parse(schema))
                .set("at", 0L)
                .set("x", written)
                .build());

        // When
        Reading reading = one.read(avro(bytes, schema));

        // Then
        if (expected instanceof Reason reason) {
            assertThat(refusal(reading).reason()).isEqualTo(reason);
        } else {
            assertThat(value(reading, "x")).isEqualTo(expected);
        }
    }

    static Stream<Arguments> hostileAvro() {
        String nulls = record("{\"type\":\"array\",\"items\":\"null\"}");
        String empties = record("{\"type\":\"array\",\"items\":{\"type\":\"array\",\"items\":"
                + "{\"type\":\"record\",\"name\":\"N\",\"fields\":[]}}}");
        String list = "{\"type\":\"record\",\"name\":\"L\",\"fields\":[{\"name\":\"next\",\"type\":[\"null\",\"L\"]}]}";
        byte[] manyEmpties = new byte[5 * 1024 * 1024 / 8];
        return Stream.of(
                Arguments.of("no bytes", new byte[0], AvroOrders.SCHEMA, PAYLOAD_UNREADABLE),
                Arguments.of("zeros", new byte[1000], AvroOrders.SCHEMA, PAYLOAD_UNREADABLE),
                Arguments.of("a truncated record", cut(AvroOrders.order(), -1), AvroOrders.SCHEMA, PAYLOAD_UNREADABLE),
                Arguments.of("more than a record", cut(AvroOrders.order(), 1), AvroOrders.SCHEMA, PAYLOAD_UNREADABLE),
                Arguments.of("a text of two gigabytes", varint(0x7FFFFFFFL), record("\"string\""), PAYLOAD_UNREADABLE),
                Arguments.of("a text of negative length", varint(-1), record("\"string\""), PAYLOAD_UNREADABLE),
                Arguments.of("text that is not UTF-8", new byte[] {2, -1}, record("\"string\""), PAYLOAD_UNREADABLE),
                Arguments.of("an endless number", filled(100, 0xFF), record("\"long\""), PAYLOAD_UNREADABLE),
                Arguments.of("an endless list of nulls", varint(Long.MAX_VALUE), nulls, LIMIT_EXCEEDED),
                Arguments.of("a block of no sensible length", varint(Long.MIN_VALUE), nulls, PAYLOAD_UNREADABLE),
                Arguments.of("lists of lists of nothing", lists(manyEmpties), empties, LIMIT_EXCEEDED),
                Arguments.of("a chain of a million records", filled(1_000_000, 2), list, LIMIT_EXCEEDED),
                Arguments.of("no such branch", new byte[] {8}, list, PAYLOAD_UNREADABLE),
                Arguments.of("half a boolean", new byte[] {7}, record("\"boolean\""), PAYLOAD_UNREADABLE),
                Arguments.of("no schema at all", new byte[1], "secret", PAYLOAD_UNREADABLE),
                Arguments.of("a deep schema", new byte[1], "{\"type\":".repeat(100_000), PAYLOAD_UNREADABLE),
                Arguments.of("a record that is none", new byte[1], "\"int\"", TYPE_MISMATCH),
                Arguments.of("no record", new byte[0], "\"null\"", TYPE_MISMATCH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileAvro")
    void refusesHostileBytes(String what, byte[] content, String schema, Reason reason) {
        // When
        Rejection rejection = refusal(reader.read(avro(content, schema)));

        // Then
        assertThat(rejection.reason()).as(rejection.message()).isEqualTo(reason);
        assertThat(rejection.message()).doesNotContain("secret");
    }

    @Test
    void needsTheSchema() {
        // Given
        Payload bare = new Payload.SelfDescribing("avro/binary", AvroOrders.order());

        // When
        Rejection rejection = refusal(reader.read(logged(bare)));

        // Then
        assertThat(rejection.reason()).isEqualTo(PAYLOAD_UNREADABLE);
    }

    private static String record(String fieldType) {
        return "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"x\",\"type\":%s}]}".formatted(fieldType);
    }

    /// One list of 10,000 lists, each claiming 10,000 elements that take no bytes.
    private static byte[] lists(byte[] space) {
        ByteBuffer bytes = ByteBuffer.wrap(space);
        bytes.put(varint(10_000));
        while (bytes.remaining() > 8) {
            bytes.put(varint(10_000)).put((byte) 0);
        }
        return space;
    }

    private static byte[] varint(long value) {
        long zigzag = (value << 1) ^ (value >> 63);
        byte[] bytes = new byte[10];
        int length = 0;
        while ((zigzag & ~0x7FL) != 0) {
            bytes[length++] = (byte) ((zigzag & 0x7F) | 0x80);
            zigzag >>>= 7;
        }
        bytes[length++] = (byte) zigzag;
        return Arrays.copyOf(bytes, length);
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] cut(byte[] bytes, int more) {
        return Arrays.copyOf(bytes, bytes.length + more);
    }
}
