package dev.startide.domain.testkit.shop;

import static dev.startide.domain.testkit.TypedEventBuilder.anEventOf;

import dev.startide.domain.testkit.TypedEventBuilder;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Whole events of the shop, all at noon, to start from.
public final class ShopEvent {

    private ShopEvent() {}

    /// A customer of whom everything is said.
    public static TypedEventBuilder aCustomer(String id) {
        return event("customer_changed")
                .with("customer_id", id)
                .with("name", "Ada")
                .with("email", "ada@example.org")
                .with("city", "Bonn")
                .with("segment", "regular")
                .with("signed_up_at", ShopRows.NOON);
    }

    /// A customer of whom only the city is said.
    public static TypedEventBuilder aMove(String customerId, @Nullable String city) {
        return event("customer_moved").with("customer_id", customerId).with("city", city);
    }

    /// The end of a customer.
    public static TypedEventBuilder aDeletion(String customerId) {
        return event("customer_deleted").with("customer_id", customerId);
    }

    /// A product of which everything is said.
    public static TypedEventBuilder aProduct(String id) {
        return event("product_listed")
                .with("product_id", id)
                .with("name", "Pencil")
                .with("category", "office")
                .with("list_price", new BigDecimal("1.20"));
    }

    /// An order without lines, which `with("lines", List.of(aLine(…)))` adds.
    public static TypedEventBuilder anOrder(String id, @Nullable String customerId) {
        return event("order_placed")
                .with("order_id", id)
                .with("customer_id", customerId)
                .with("channel", "web");
    }

    /// What an order says of one of its lines.
    public static Map<String, @Nullable Object> aLine(int lineNo, @Nullable String productId, int quantity) {
        Map<String, @Nullable Object> line = new TreeMap<>();
        line.put("line_no", lineNo);
        line.put("product_id", productId);
        line.put("quantity", quantity);
        line.put("unit_price", new BigDecimal("1.20"));
        return Collections.unmodifiableMap(line);
    }

    /// A correction of one line's quantity, of an order that was placed at noon.
    public static TypedEventBuilder aCorrection(String orderId, int lineNo, int quantity) {
        return event("line_corrected")
                .with("order_id", orderId)
                .with("line_no", lineNo)
                .with("placed_at", ShopRows.NOON)
                .with("quantity", quantity);
    }

    private static TypedEventBuilder event(String kind) {
        return anEventOf(Shop.MODEL, kind).at(ShopRows.NOON);
    }
}
