package dev.startide.sample.tpch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.sample.tpch.OrderPlaced;
import dev.startide.sample.tpch.TpchEvents;
import dev.startide.sample.tpch.TpchSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;

class OrderAvroTest {

    private static final List<OrderPlaced> ORDERS =
            TpchEvents.of(TpchSettings.DEMO.withScale(0.001)).set().orders();

    @Test
    void keepsAnOrderOfTheFirstVersion() throws IOException {
        // Given
        var order = anOrderOf(OrderSchema.FIRST);

        // When
        var read = read(OrderAvro.encode(order), OrderSchema.FIRST.schema(), OrderSchema.FIRST.schema());

        // Then
        assertSame(read, order);
        assertThat(read.hasField("clerk")).isFalse();
    }

    @Test
    void keepsAnOrderOfTheSecondVersion() throws IOException {
        // Given
        var order = anOrderOf(OrderSchema.SECOND);

        // When
        var read = read(OrderAvro.encode(order), OrderSchema.SECOND.schema(), OrderSchema.SECOND.schema());

        // Then
        assertSame(read, order);
        assertThat(read.get("clerk")).hasToString(order.clerk());
    }

    @Test
    void isReadableInTheOtherVersion() throws IOException {
        // Given
        var order = anOrderOf(OrderSchema.FIRST);

        // When
        var read = read(OrderAvro.encode(order), OrderSchema.FIRST.schema(), OrderSchema.SECOND.schema());

        // Then
        assertSame(read, order);
        assertThat(read.get("clerk")).isNull();
    }

    @Test
    void hasVersionsThatReadEachOther() {
        // When
        var forward = SchemaCompatibility.checkReaderWriterCompatibility(
                OrderSchema.FIRST.schema(), OrderSchema.SECOND.schema());
        var backward = SchemaCompatibility.checkReaderWriterCompatibility(
                OrderSchema.SECOND.schema(), OrderSchema.FIRST.schema());

        // Then
        assertThat(List.of(forward.getType(), backward.getType()))
                .containsOnly(SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE);
    }

    @Test
    void writesTheSameBytesAgain() {
        // Given
        var again = TpchEvents.of(TpchSettings.DEMO.withScale(0.001)).set().orders();

        // When
        var bytes = again.stream().map(OrderAvro::encode).toList();

        // Then
        assertThat(bytes)
                .containsExactlyElementsOf(
                        ORDERS.stream().map(OrderAvro::encode).toList());
    }

    private static OrderPlaced anOrderOf(OrderSchema version) {
        return ORDERS.stream()
                .filter(order -> OrderSchema.of(order) == version)
                .findFirst()
                .orElseThrow();
    }

    private static void assertSame(GenericRecord read, OrderPlaced order) {
        assertThat(read.get("order_id")).isEqualTo(order.orderId());
        assertThat((LocalDate) read.get("order_date")).isEqualTo(order.orderDate());
        assertThat((Instant) read.get("placed_at")).isEqualTo(order.placedAt());
        assertThat((BigDecimal) read.get("total_price")).isEqualTo(order.totalPrice());
        var lines = (List<?>) read.get("lines");
        assertThat(lines).hasSameSizeAs(order.lines());
        var first = (GenericRecord) lines.getFirst();
        assertThat((BigDecimal) first.get("discount"))
                .isEqualTo(order.lines().getFirst().discount());
        assertThat((LocalDate) first.get("receipt_date"))
                .isEqualTo(order.lines().getFirst().receiptDate());
    }

    private static GenericRecord read(byte[] bytes, Schema writer, Schema reader) throws IOException {
        var data = new GenericData();
        data.addLogicalTypeConversion(new Conversions.DecimalConversion());
        data.addLogicalTypeConversion(new TimeConversions.DateConversion());
        data.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
        return new GenericDatumReader<GenericRecord>(writer, reader, data)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }
}
