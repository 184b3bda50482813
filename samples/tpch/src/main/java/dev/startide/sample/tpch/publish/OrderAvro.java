package dev.startide.sample.tpch.publish;

import dev.startide.sample.tpch.OrderLine;
import dev.startide.sample.tpch.OrderPlaced;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/// Orders as Avro binary, without a container: the reader needs the schema of the version.
public final class OrderAvro {

    private static final GenericData DATA = withLogicalTypes();

    private OrderAvro() {}

    /// The order in the version it is published with, see `OrderSchema.of`. Equal orders give
    /// equal bytes.
    public static byte[] encode(OrderPlaced order) {
        Schema schema = OrderSchema.of(order).schema();
        var bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<GenericRecord>(schema, DATA).write(recordOf(order, schema), encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static GenericRecord recordOf(OrderPlaced order, Schema schema) {
        var placed = new GenericData.Record(schema);
        placed.put("order_id", order.orderId());
        placed.put("customer_id", order.customerId());
        placed.put("status", order.status());
        placed.put("order_date", order.orderDate());
        placed.put("priority", order.priority());
        if (schema.getField("clerk") != null) {
            placed.put("clerk", order.clerk());
        }
        placed.put("ship_priority", order.shipPriority());
        placed.put("placed_at", order.placedAt());
        placed.put("total_price", order.totalPrice());
        Schema lines = schema.getField("lines").schema();
        List<GenericRecord> records = order.lines().stream()
                .map(line -> recordOf(line, lines.getElementType()))
                .toList();
        placed.put("lines", new GenericData.Array<>(lines, records));
        return placed;
    }

    private static GenericRecord recordOf(OrderLine line, Schema schema) {
        var item = new GenericData.Record(schema);
        item.put("line_number", line.lineNumber());
        item.put("part_id", line.partId());
        item.put("supplier_id", line.supplierId());
        item.put("quantity", line.quantity());
        item.put("extended_price", line.extendedPrice());
        item.put("discount", line.discount());
        item.put("tax", line.tax());
        item.put("return_flag", line.returnFlag());
        item.put("line_status", line.lineStatus());
        item.put("ship_date", line.shipDate());
        item.put("commit_date", line.commitDate());
        item.put("receipt_date", line.receiptDate());
        item.put("ship_mode", line.shipMode());
        item.put("ship_instructions", line.shipInstructions());
        return item;
    }

    private static GenericData withLogicalTypes() {
        var data = new GenericData();
        data.addLogicalTypeConversion(new Conversions.DecimalConversion());
        data.addLogicalTypeConversion(new TimeConversions.DateConversion());
        data.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
        return data;
    }
}
