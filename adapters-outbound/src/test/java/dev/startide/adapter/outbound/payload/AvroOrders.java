package dev.startide.adapter.outbound.payload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/// The order of [Orders#JSON] as Avro, written with Avro's own writer.
final class AvroOrders {

    static final String SCHEMA = """
            {"type":"record","name":"Order","fields":[
             {"name":"order_id","type":"string"},
             {"name":"customer_id","type":["null","string"],"default":null},
             {"name":"placed_at","type":{"type":"long","logicalType":"timestamp-micros"}},
             {"name":"version","type":"long"},
             {"name":"total","type":{"type":"bytes","logicalType":"decimal","precision":12,"scale":2}},
             {"name":"paid","type":"boolean"},
             {"name":"due_on","type":{"type":"int","logicalType":"date"}},
             {"name":"note","type":["null","string"],"default":null},
             {"name":"unknown","type":{"type":"map","values":["double","string",{"type":"array","items":"float"}]}},
             {"name":"extra","type":{"type":"record","name":"Extra","fields":[
               {"name":"state","type":{"type":"enum","name":"State","symbols":["NEW","OLD"]}}]}},
             {"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","fields":[
               {"name":"line_no","type":"int"},{"name":"quantity","type":"int"},
               {"name":"unit_price","type":{"type":"fixed","name":"Price","size":8,
                 "logicalType":"decimal","precision":12,"scale":2}}]}}}]}""";

    /// As producers wrote it before they knew totals, notes and lines.
    static final String OLD_SCHEMA = """
            {"type":"record","name":"Order","fields":[
             {"name":"placed_at","type":{"type":"long","logicalType":"timestamp-millis"}},
             {"name":"order_id","type":"string"}]}""";

    private AvroOrders() {}

    static byte[] order() {
        Schema schema = new Schema.Parser().parse(SCHEMA);
        Schema line = schema.getField("lines").schema().getElementType();
        Schema extra = schema.getField("extra").schema();
        Schema state = extra.getField("state").schema();
        return bytes(new GenericRecordBuilder(schema)
                .set("order_id", "o-1")
                .set("customer_id", "c-7")
                .set("placed_at", Instant.parse("2026-03-15T12:00:00.25Z").toEpochMilli() * 1000)
                .set("version", 3L)
                .set(
                        "total",
                        ByteBuffer.wrap(new BigDecimal("31.50").unscaledValue().toByteArray()))
                .set("paid", true)
                .set("due_on", (int) LocalDate.of(2026, 4, 1).toEpochDay())
                .set("unknown", java.util.Map.of("a", 1.5, "b", "text", "c", List.of(1f, 2f)))
                .set(
                        "extra",
                        new GenericRecordBuilder(extra)
                                .set("state", new GenericData.EnumSymbol(state, "NEW"))
                                .build())
                .set("lines", List.of(line(line, 1, 2, 1000), line(line, 2, 1, 1150)))
                .build());
    }

    static byte[] oldOrder() {
        return bytes(new GenericRecordBuilder(new Schema.Parser().parse(OLD_SCHEMA))
                .set("order_id", "o-0")
                .set("placed_at", Instant.parse("2025-03-15T12:00:00Z").toEpochMilli())
                .build());
    }

    static byte[] bytes(GenericRecord datum) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<GenericRecord>(datum.getSchema()).write(datum, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static GenericRecord line(Schema schema, int number, int quantity, long cents) {
        byte[] price = ByteBuffer.allocate(Long.BYTES).putLong(cents).array();
        return new GenericRecordBuilder(schema)
                .set("line_no", number)
                .set("quantity", quantity)
                .set(
                        "unit_price",
                        new GenericData.Fixed(schema.getField("unit_price").schema(), price))
                .build();
    }
}
