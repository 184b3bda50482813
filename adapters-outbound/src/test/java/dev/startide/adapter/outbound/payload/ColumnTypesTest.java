package dev.startide.adapter.outbound.payload;

import static dev.startide.adapter.outbound.payload.Orders.avro;
import static dev.startide.adapter.outbound.payload.Orders.json;
import static dev.startide.adapter.outbound.payload.Orders.optional;
import static dev.startide.adapter.outbound.payload.Orders.refusal;
import static dev.startide.adapter.outbound.payload.Orders.typed;
import static dev.startide.adapter.outbound.payload.Orders.value;
import static dev.startide.adapter.outbound.payload.Rows.described;
import static dev.startide.adapter.outbound.payload.Rows.envelope;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.quality.Rejection.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What columns of change envelopes mean: by the schema part, by the schema of Avro, or by their
/// declared type alone.
class ColumnTypesTest {

    private static final String AVRO = """
            {"type":"record","name":"Envelope","fields":[
             {"name":"before","default":null,"type":["null",{"type":"record","name":"Value","fields":[
               {"name":"id","type":"int"},
               {"name":"born","type":["null",{"type":"int","connect.name":"io.debezium.time.Date"}]},
               {"name":"seen","type":["null",{"type":"long","connect.name":"io.debezium.time.MicroTimestamp"}]},
               {"name":"paid","type":["null",{"type":"bytes","connect.name":"org.apache.kafka.connect.data.Decimal",
                                              "connect.parameters":{"scale":"2"}}]}]}]},
             {"name":"after","default":null,"type":["null","Value"]},
             {"name":"source","type":{"type":"record","name":"Source","fields":[
               {"name":"ts_ms","type":"long"},{"name":"lsn","type":["null","long"]}]}},
             {"name":"op","type":"string"}]}""";

    @ParameterizedTest(name = "{0} as {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "int32   | io.debezium.time.Date                | 20527               | date          | 2026-03-15",
                "int32   | org.apache.kafka.connect.data.Date   | 20527               | date          | 2026-03-15",
                "int32   | io.debezium.time.Time                | 45000250            | time          | 12:30:00.250",
                "int64   | io.debezium.time.MicroTime           | 45000250000         | time          | 12:30:00.250",
                "int64   | io.debezium.time.NanoTime            | 45000250000000      | time          | 12:30:00.250",
                "int64   | io.debezium.time.Timestamp           | 1773576000250       | timestamptz   | 2026-03-15T12:00:00.250Z",
                "int64   | io.debezium.time.MicroTimestamp      | 1773576000250000    | timestamptz   | 2026-03-15T12:00:00.250Z",
                "int64   | io.debezium.time.NanoTimestamp       | 1773576000250000000 | timestamptz   | 2026-03-15T12:00:00.250Z",
                "int64   | io.debezium.time.MicroTimestamp      | -1                  | timestamptz   | 1969-12-31T23:59:59.999999Z",
                "string  | io.debezium.time.ZonedTimestamp      | \"2026-03-15T13:00:00.25+01:00\" | timestamptz | 2026-03-15T12:00:00.250Z",
                "string  | io.debezium.data.Json                | \"{\\\"a\\\": [1]}\" | json | {\"a\":[1]}",
                "string  | io.debezium.data.Uuid                | \"f0a5a3b2-0000-4000-8000-000000000001\" | uuid | f0a5a3b2-0000-4000-8000-000000000001",
                "string  | io.debezium.data.Enum                | \"vip\"               | text          | vip",
                "double  | ''                                   | 1.50                | decimal(12,2) | 1.50",
                "string  | ''                                   | \"1234\"              | decimal(12,2) | 1234.00",
                "boolean | ''                                   | true                | boolean       | true"
            })
    void readsWhatTheSchemaPartDescribes(String type, String name, String written, String declared, String expected) {
        // When
        Reading reading = Rows.reader(optional("it", declared))
                .read(json(described("it", "\"type\":\"%s\",\"name\":\"%s\"".formatted(type, name), written)));

        // Then
        assertThat(value(reading, "it")).hasToString(expected);
    }

    @Test
    void readsDecimalsFromTheirBytes() {
        // Given
        String schema =
                "\"type\":\"bytes\",\"name\":\"org.apache.kafka.connect.data.Decimal\",\"parameters\":{\"scale\":\"2\"}";

        // When
        Reading reading = Rows.reader(optional("it", "decimal(12,2)")).read(json(described("it", schema, "\"1234\"")));

        // Then
        assertThat(value(reading, "it")).hasToString("-26588.24");
    }

    @Test
    void readsDecimalsThatSayTheirScale() {
        // Given
        String schema = "\"type\":\"struct\",\"name\":\"io.debezium.data.VariableScaleDecimal\"";

        // When
        Reading reading = Rows.reader(optional("it", "decimal(12,3)"))
                .read(json(described("it", schema, "{\"scale\":3,\"value\":\"e3s=\"}")));

        // Then
        assertThat(value(reading, "it")).hasToString("31.611");
    }

    @ParameterizedTest(name = "{0} {1} as {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "int32  | ''                                   | 20527             | date          | TYPE_MISMATCH",
                "int64  | ''                                   | 1773576000250     | timestamptz   | TYPE_MISMATCH",
                "int32  | io.debezium.time.Date                | 99999999999999999 | date          | TYPE_MISMATCH",
                "int64  | io.debezium.time.MicroTime           | 86400000000       | time          | TYPE_MISMATCH",
                "bytes  | ''                                   | \"1234\"            | decimal(12,2) | TYPE_MISMATCH",
                "string | io.debezium.data.Json                | \"{\"               | json          | PAYLOAD_UNREADABLE"
            })
    void refusesWhatTheSchemaPartDescribesOtherwise(
            String type, String name, String written, String declared, Reason reason) {
        // When
        Reading reading = Rows.reader(optional("it", declared))
                .read(json(described("it", "\"type\":\"%s\",\"name\":\"%s\"".formatted(type, name), written)));

        // Then
        assertThat(refusal(reading).reason()).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "20527 | date | 2026-03-15",
                "\"2026-03-15T12:00:00Z\" | timestamptz | 2026-03-15T12:00:00Z",
                "\"12.50\" | decimal(12,2) | 12.50",
                "\"{\\\"a\\\": 1}\" | json | {\"a\":1}",
                "\"1234\" | text | 1234",
                "\"AQI=\" | text | AQI="
            })
    void readsWithoutSchemaPartWhatTheDeclaredTypeLeavesNoDoubtOf(String written, String declared, String expected) {
        // When
        Reading reading = Rows.reader(optional("it", declared))
                .read(json(envelope("c", "null", "{\"id\":1,\"it\":%s}".formatted(written))));

        // Then
        assertThat(value(reading, "it")).hasToString(expected);
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "1773576000250 | timestamptz | TYPE_MISMATCH",
                "45000250 | time | TYPE_MISMATCH",
                "\"1234\" | decimal(12,2) | TYPE_MISMATCH",
                "\"AQI=\" | bigint | TYPE_MISMATCH",
                "1773576000250000 | date | TYPE_MISMATCH",
                "3000000 | date | VALUE_OUT_OF_RANGE",
                "\"{\" | json | PAYLOAD_UNREADABLE"
            })
    void refusesWithoutSchemaPartWhatMayBeOneThingOrAnother(String written, String declared, Reason reason) {
        // When
        Reading reading = Rows.reader(optional("it", declared))
                .read(json(envelope("c", "null", "{\"id\":1,\"it\":%s}".formatted(written))));

        // Then
        assertThat(refusal(reading).reason()).isEqualTo(reason);
    }

    @Test
    void readsEnvelopesInAvro() throws IOException {
        // Given
        Schema schema = new Schema.Parser().parse(AVRO);
        GenericRecord row = new GenericData.Record(
                schema.getField("before").schema().getTypes().get(1));
        row.put("id", 1);
        row.put("born", 20527);
        row.put("seen", 1773576000250000L);
        row.put("paid", ByteBuffer.wrap(new byte[] {0x30, 0x39}));

        // When
        Reading reading = Rows.reader(
                        optional("born", "date"), optional("seen", "timestamptz"), optional("paid", "decimal(12,2)"))
                .read(avro(bytes(schema, null, row, "c"), AVRO));

        // Then
        assertThat(value(reading, "born")).hasToString("2026-03-15");
        assertThat(value(reading, "seen")).isEqualTo(Instant.parse("2026-03-15T12:00:00.25Z"));
        assertThat(value(reading, "paid")).hasToString("123.45");
    }

    @Test
    void readsInAvroThatARowIsGone() throws IOException {
        // Given
        Schema schema = new Schema.Parser().parse(AVRO);
        GenericRecord row = new GenericData.Record(
                schema.getField("before").schema().getTypes().get(1));
        row.put("id", 1);

        // When
        Reading reading = Rows.reader(optional("born", "date")).read(avro(bytes(schema, row, null, "d"), AVRO));

        // Then
        assertThat(typed(reading).kind()).isEqualTo(ChangeKind.GONE);
        assertThat(typed(reading).order().sequence()).isEqualTo(7);
    }

    private static byte[] bytes(Schema schema, GenericRecord before, GenericRecord after, String operation)
            throws IOException {
        GenericRecord source = new GenericData.Record(schema.getField("source").schema());
        source.put("ts_ms", 1773576000250L);
        source.put("lsn", 7L);
        GenericRecord envelope = new GenericData.Record(schema);
        envelope.put("before", before);
        envelope.put("after", after);
        envelope.put("source", source);
        envelope.put("op", operation);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(schema).write(envelope, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
