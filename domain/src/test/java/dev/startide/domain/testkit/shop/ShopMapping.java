package dev.startide.domain.testkit.shop;

import static dev.startide.domain.testkit.SourceBuilder.aSource;
import static dev.startide.domain.testkit.shop.ShopTypes.BIGINT;
import static dev.startide.domain.testkit.shop.ShopTypes.TIMESTAMP;
import static dev.startide.domain.testkit.shop.ShopTypes.attribute;
import static dev.startide.domain.testkit.shop.ShopTypes.optional;
import static dev.startide.domain.testkit.shop.ShopTypes.required;
import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.EventType.Condition;
import dev.startide.warehouse.mapping.EventType.Sequence;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.mapping.Feed.Scope;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.FieldGroup;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.FactName;
import java.util.List;

/// The kinds of events of the shop, and what they feed.
final class ShopMapping {

    static final Source ORDERS = aSource("orders").build();
    static final Source CUSTOMERS = aSource("customers").build();
    static final Source PRODUCTS = aSource("products").build();

    static final EventType ORDER_PLACED = event(
            "order_placed",
            ORDERS,
            "event.type == 'order_placed'",
            "placed_at",
            new Sequence.None(),
            required(ShopTypes.ORDER_ID),
            optional(ShopTypes.CUSTOMER_ID),
            optional(ShopTypes.CHANNEL),
            required(ShopTypes.PLACED_AT),
            new Field.Nested(
                    column("lines"),
                    new FieldGroup(List.of(
                            required(ShopTypes.LINE_NO),
                            optional(ShopTypes.PRODUCT_ID),
                            optional(ShopTypes.QUANTITY),
                            optional(ShopTypes.UNIT_PRICE)))));

    static final EventType LINE_CORRECTED = event(
            "line_corrected",
            ORDERS,
            "event.type == 'line_corrected'",
            "corrected_at",
            new Sequence.None(),
            required(ShopTypes.ORDER_ID),
            required(ShopTypes.LINE_NO),
            required(ShopTypes.PLACED_AT),
            required(attribute("corrected_at", TIMESTAMP)),
            optional(ShopTypes.QUANTITY));

    static final EventType CUSTOMER_CHANGED = event(
            "customer_changed",
            CUSTOMERS,
            "event.type == 'customer_changed'",
            "updated_at",
            new Sequence.ByField(column("revision")),
            required(ShopTypes.CUSTOMER_ID),
            optional(ShopTypes.NAME),
            optional(ShopTypes.EMAIL),
            optional(ShopTypes.CITY),
            optional(ShopTypes.SEGMENT),
            optional(ShopTypes.SIGNED_UP_AT),
            optional(attribute("revision", BIGINT)),
            required(attribute("updated_at", TIMESTAMP)));

    static final EventType CUSTOMER_MOVED = event(
            "customer_moved",
            CUSTOMERS,
            "event.type == 'customer_moved'",
            "moved_at",
            new Sequence.None(),
            required(ShopTypes.CUSTOMER_ID),
            optional(ShopTypes.CITY),
            required(attribute("moved_at", TIMESTAMP)));

    static final EventType CUSTOMER_DELETED = event(
            "customer_deleted",
            CUSTOMERS,
            "event.type == 'customer_deleted'",
            "deleted_at",
            new Sequence.None(),
            required(ShopTypes.CUSTOMER_ID),
            required(attribute("deleted_at", TIMESTAMP)));

    static final EventType PRODUCT_LISTED = event(
            "product_listed",
            PRODUCTS,
            "",
            "listed_at",
            new Sequence.None(),
            required(ShopTypes.PRODUCT_ID),
            optional(ShopTypes.NAME),
            optional(ShopTypes.CATEGORY),
            optional(ShopTypes.LIST_PRICE),
            required(attribute("listed_at", TIMESTAMP)));

    private static final Scope WHOLE = new Scope.WholeEvent();
    private static final Scope EACH_LINE = new Scope.EachElement(column("lines"));

    private ShopMapping() {}

    static List<EventType> events() {
        return List.of(
                ORDER_PLACED, LINE_CORRECTED, CUSTOMER_CHANGED, CUSTOMER_MOVED, CUSTOMER_DELETED, PRODUCT_LISTED);
    }

    static List<Feed<EntityName>> entityFeeds() {
        return List.of(
                new Feed<>(new EntityName("customer"), CUSTOMER_CHANGED.name(), WHOLE),
                new Feed<>(new EntityName("customer"), CUSTOMER_MOVED.name(), WHOLE),
                new Feed<>(new EntityName("customer"), CUSTOMER_DELETED.name(), WHOLE, Feed.Effect.DELETES),
                new Feed<>(new EntityName("product"), PRODUCT_LISTED.name(), WHOLE),
                new Feed<>(new EntityName("purchase"), ORDER_PLACED.name(), WHOLE),
                new Feed<>(new EntityName("order_line"), ORDER_PLACED.name(), EACH_LINE),
                new Feed<>(new EntityName("order_line"), LINE_CORRECTED.name(), WHOLE));
    }

    static List<Feed<FactName>> factFeeds() {
        return List.of(
                new Feed<>(new FactName("order_line"), ORDER_PLACED.name(), EACH_LINE),
                new Feed<>(new FactName("order_line"), LINE_CORRECTED.name(), WHOLE));
    }

    private static EventType event(
            String name, Source source, String when, String time, Sequence sequence, Field... fields) {
        return new EventType(
                new EventName(name),
                "",
                source.name(),
                when.isEmpty() ? new Condition.Always() : new Condition.Cel(when),
                column(time),
                List.of(),
                sequence,
                new FieldGroup(List.of(fields)));
    }
}
