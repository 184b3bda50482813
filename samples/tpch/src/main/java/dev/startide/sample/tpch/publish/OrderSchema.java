package dev.startide.sample.tpch.publish;

import dev.startide.sample.tpch.OrderPlaced;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;

/// The versions of the order event. Both are in use in one topic: the company changed its shop
/// system in 1995.
public enum OrderSchema {
    /// Does not say who took the order.
    FIRST("order_placed.v1.avsc"),

    /// Carries the clerk.
    SECOND("order_placed.v2.avsc");

    @SuppressWarnings("ImmutableEnumChecker") // a parsed schema is never changed, though its type would allow it
    private final Schema schema;

    OrderSchema(String resource) {
        this.schema = read(resource);
    }

    /// The version that an order is written with.
    public static OrderSchema of(OrderPlaced order) {
        return order.clerk() == null ? FIRST : SECOND;
    }

    public Schema schema() {
        return schema;
    }

    private static Schema read(String resource) {
        try (InputStream file = OrderSchema.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("%s is missing from the class path".formatted(resource));
            }
            return new Schema.Parser().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
