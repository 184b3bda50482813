package dev.startide.domain.testkit.shop;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import java.util.List;

/// The shop's types, attributes and fields in few words.
final class ShopTypes {

    static final LogicalType TEXT = new LogicalType.Text();
    static final LogicalType INT = new LogicalType.Int();
    static final LogicalType BIGINT = new LogicalType.BigInt();
    static final LogicalType TIMESTAMP = new LogicalType.Timestamp();
    static final LogicalType PRICE = new LogicalType.Decimal(12, 2);
    static final LogicalType AMOUNT = new LogicalType.Decimal(14, 2);

    static final Attribute ORDER_ID = attribute("order_id", TEXT);
    static final Attribute CUSTOMER_ID = attribute("customer_id", TEXT);
    static final Attribute CHANNEL = attribute("channel", TEXT);
    static final Attribute PLACED_AT = attribute("placed_at", TIMESTAMP);
    static final Attribute LINE_NO = attribute("line_no", INT);
    static final Attribute PRODUCT_ID = attribute("product_id", TEXT);
    static final Attribute QUANTITY = attribute("quantity", INT);
    static final Attribute UNIT_PRICE = attribute("unit_price", PRICE);
    static final Attribute NAME = attribute("name", TEXT);
    static final Attribute EMAIL = attribute("email", TEXT);
    static final Attribute CITY = attribute("city", TEXT);
    static final Attribute SEGMENT = attribute("segment", TEXT);
    static final Attribute SIGNED_UP_AT = attribute("signed_up_at", TIMESTAMP);
    static final Attribute CATEGORY = attribute("category", TEXT);
    static final Attribute LIST_PRICE = attribute("list_price", PRICE);

    private ShopTypes() {}

    static Attribute attribute(String name, LogicalType type) {
        return new Attribute(column(name), type, "");
    }

    static Field required(Attribute attribute) {
        return field(attribute, Field.Presence.REQUIRED);
    }

    static Field optional(Attribute attribute) {
        return field(attribute, Field.Presence.OPTIONAL);
    }

    private static Field field(Attribute attribute, Field.Presence presence) {
        return new Field.Scalar(
                attribute.name(),
                attribute.type(),
                presence,
                new Field.ValueSource.SameName(),
                List.of(),
                attribute.description());
    }
}
