package dev.startide.domain.testkit.shop;

import static dev.startide.domain.testkit.RowBuilder.aRow;

import dev.startide.domain.testkit.RowBuilder;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.schema.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// Whole rows of the shop's tables, for tests of warehouses.
public final class ShopRows {

    public static final Table CUSTOMER = Shop.entity("customer").table();
    public static final Table CUSTOMER_CHANGE = Shop.changes("customer").table();
    public static final Table PRODUCT = Shop.entity("product").table();
    public static final Table PURCHASE = Shop.entity("purchase").table();
    public static final Table ORDER_LINE = Shop.entity("order_line").table();
    public static final Table CUSTOMER_DIMENSION = Shop.members("customer").table();
    public static final Table PRODUCT_DIMENSION = Shop.members("product").table();
    public static final Table ORDER_LINE_FACT = Shop.orderLines().table();

    /// A day that the calendar has from the start, and noon of it.
    public static final LocalDate DAY = LocalDate.of(2026, 3, 15);

    public static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");

    private static final UUID CHANGE = new UUID(1, 2);

    private ShopRows() {}

    public static RowBuilder customer(String id) {
        return changed(aRow(CUSTOMER)
                .with("customer_id", id)
                .with("name", "Ada")
                .with("email", "ada@example.org")
                .with("city", "Bonn")
                .with("segment", "regular")
                .with("signed_up_at", NOON)
                .with("_is_inferred", false)
                .with("_is_deleted", false));
    }

    public static RowBuilder customerChange(String id, Instant at) {
        return changed(aRow(CUSTOMER_CHANGE)
                        .with("customer_id", id)
                        .with("city", "Bonn")
                        .with("_is_deleted", false))
                .with("_changed_at", at);
    }

    public static RowBuilder product(String id) {
        return changed(aRow(PRODUCT)
                .with("product_id", id)
                .with("name", "Pencil")
                .with("category", "office")
                .with("list_price", new BigDecimal("1.20"))
                .with("_is_inferred", false)
                .with("_is_deleted", false));
    }

    public static RowBuilder purchase(String id, String customerId) {
        return changed(aRow(PURCHASE)
                .with("order_id", id)
                .with("customer_id", customerId)
                .with("channel", "web")
                .with("placed_at", NOON)
                .with("_is_inferred", false)
                .with("_is_deleted", false));
    }

    public static RowBuilder orderLine(String orderId, int lineNo, String productId) {
        return changed(aRow(ORDER_LINE)
                .with("order_id", orderId)
                .with("line_no", lineNo)
                .with("product_id", productId)
                .with("quantity", 2)
                .with("unit_price", new BigDecimal("1.20"))
                .with("_is_inferred", false)
                .with("_is_deleted", false));
    }

    /// The only version of a customer.
    public static RowBuilder customerVersion(long key, long durableKey, String id) {
        return aRow(CUSTOMER_DIMENSION)
                .with("customer_key", key)
                .with("customer_durable_key", durableKey)
                .with("customer_id", id)
                .with("name", "Ada")
                .with("city", "Bonn")
                .with("version", 1)
                .with("valid_from", MemberLayout.OPEN_START)
                .with("valid_to", MemberLayout.OPEN_END)
                .with("is_current", true)
                .with("is_inferred", false)
                .with("_is_latest", true);
    }

    /// The only version of a product.
    public static RowBuilder productVersion(long key, long durableKey, String id) {
        return aRow(PRODUCT_DIMENSION)
                .with("product_key", key)
                .with("product_durable_key", durableKey)
                .with("product_id", id)
                .with("name", "Pencil")
                .with("version", 1)
                .with("valid_from", MemberLayout.OPEN_START)
                .with("valid_to", MemberLayout.OPEN_END)
                .with("is_current", true)
                .with("is_inferred", false)
                .with("_is_latest", true);
    }

    /// A sale at noon to a customer, of a product that was not said.
    public static RowBuilder sale(String orderId, int lineNo, long customerKey, long customerDurableKey) {
        return changed(aRow(ORDER_LINE_FACT)
                .with("order_id", orderId)
                .with("line_no", lineNo)
                .with("event_time", NOON)
                .with("customer_key", customerKey)
                .with("customer_durable_key", customerDurableKey)
                .with("product_key", MemberLayout.UNKNOWN_KEY)
                .with("product_durable_key", MemberLayout.UNKNOWN_KEY)
                .with("ordered_key", CalendarLayout.keyOf(DAY))
                .with("channel", "web")
                .with("quantity", 2)
                .with("unit_price", new BigDecimal("1.20")));
    }

    private static RowBuilder changed(RowBuilder row) {
        return row.with("_changed_at", NOON)
                .with("_change_sequence", 0L)
                .with("_change_id", CHANGE)
                .with("_lane", 1)
                .with("_position", 1L);
    }
}
