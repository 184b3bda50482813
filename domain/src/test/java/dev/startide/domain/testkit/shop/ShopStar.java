package dev.startide.domain.testkit.shop;

import static dev.startide.domain.testkit.shop.ShopTypes.AMOUNT;
import static dev.startide.domain.testkit.shop.ShopTypes.CATEGORY;
import static dev.startide.domain.testkit.shop.ShopTypes.CHANNEL;
import static dev.startide.domain.testkit.shop.ShopTypes.CITY;
import static dev.startide.domain.testkit.shop.ShopTypes.CUSTOMER_ID;
import static dev.startide.domain.testkit.shop.ShopTypes.EMAIL;
import static dev.startide.domain.testkit.shop.ShopTypes.INT;
import static dev.startide.domain.testkit.shop.ShopTypes.LINE_NO;
import static dev.startide.domain.testkit.shop.ShopTypes.LIST_PRICE;
import static dev.startide.domain.testkit.shop.ShopTypes.NAME;
import static dev.startide.domain.testkit.shop.ShopTypes.ORDER_ID;
import static dev.startide.domain.testkit.shop.ShopTypes.PLACED_AT;
import static dev.startide.domain.testkit.shop.ShopTypes.PRODUCT_ID;
import static dev.startide.domain.testkit.shop.ShopTypes.QUANTITY;
import static dev.startide.domain.testkit.shop.ShopTypes.SEGMENT;
import static dev.startide.domain.testkit.shop.ShopTypes.SIGNED_UP_AT;
import static dev.startide.domain.testkit.shop.ShopTypes.UNIT_PRICE;
import static dev.startide.warehouse.schema.ColumnName.column;
import static dev.startide.warehouse.star.ChangePolicy.KEEP_FIRST;
import static dev.startide.warehouse.star.ChangePolicy.OVERWRITE;
import static dev.startide.warehouse.star.ChangePolicy.VERSION;

import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.ChangePolicy;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactMart;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.Hierarchy;
import dev.startide.warehouse.star.Mart;
import dev.startide.warehouse.star.MartName;
import dev.startide.warehouse.star.Measure;
import dev.startide.warehouse.star.Role;
import java.time.LocalDate;
import java.util.List;

/// The shop's entities, dimensions, fact and marts.
final class ShopStar {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);

    private ShopStar() {}

    static List<Entity> entities() {
        return List.of(
                new Entity(
                        new EntityName("customer"),
                        "A customer",
                        List.of(CUSTOMER_ID),
                        List.of(NAME, EMAIL, CITY, SEGMENT, SIGNED_UP_AT),
                        List.of()),
                new Entity(
                        new EntityName("product"),
                        "A product",
                        List.of(PRODUCT_ID),
                        List.of(NAME, CATEGORY, LIST_PRICE),
                        List.of()),
                new Entity(
                        new EntityName("purchase"),
                        "An order",
                        List.of(ORDER_ID),
                        List.of(CUSTOMER_ID, CHANNEL, PLACED_AT),
                        List.of(reference(CUSTOMER_ID, "customer"))),
                new Entity(
                        new EntityName("order_line"),
                        "A line of an order",
                        List.of(ORDER_ID, LINE_NO),
                        List.of(PRODUCT_ID, QUANTITY, UNIT_PRICE),
                        List.of(reference(ORDER_ID, "purchase"), reference(PRODUCT_ID, "product"))));
    }

    static List<Dimension> dimensions() {
        return List.of(
                new Dimension.Calendar(new DimensionName("date"), "The days", FIRST_DAY, 1),
                new Dimension.Members(
                        new DimensionName("customer"),
                        "Who buys",
                        new EntityName("customer"),
                        List.of(CUSTOMER_ID),
                        List.of(
                                shown(NAME, OVERWRITE),
                                shown(EMAIL, OVERWRITE),
                                shown(CITY, VERSION),
                                shown(SEGMENT, VERSION),
                                shown(SIGNED_UP_AT, KEEP_FIRST)),
                        List.of(),
                        List.of()),
                new Dimension.Members(
                        new DimensionName("product"),
                        "What is sold",
                        new EntityName("product"),
                        List.of(PRODUCT_ID),
                        List.of(shown(NAME, OVERWRITE), shown(CATEGORY, VERSION), shown(LIST_PRICE, VERSION)),
                        List.of(new Hierarchy(column("product"), List.of(CATEGORY.name(), NAME.name()))),
                        List.of()));
    }

    static Fact orderLineFact() {
        return new Fact(
                new FactName("order_line"),
                "What customers put into orders",
                new EntityName("order_line"),
                List.of(ORDER_ID, LINE_NO),
                PLACED_AT,
                List.of(
                        new Role.OfMember(column("customer"), new DimensionName("customer"), List.of(CUSTOMER_ID)),
                        new Role.OfMember(column("product"), new DimensionName("product"), List.of(PRODUCT_ID)),
                        new Role.OfDay(column("ordered"), new DimensionName("date"), PLACED_AT)),
                List.of(CHANNEL),
                List.of(
                        new Measure(
                                QUANTITY.name(),
                                INT,
                                Measure.Aggregation.SUM,
                                new Measure.Source.Input(),
                                "",
                                "Pieces"),
                        new Measure(
                                column("amount"),
                                AMOUNT,
                                Measure.Aggregation.SUM,
                                new Measure.Source.Sql("quantity * unit_price", List.of(QUANTITY, UNIT_PRICE)),
                                "EUR",
                                "Worth")));
    }

    static List<Mart> marts() {
        return List.of(
                new FactMart(
                        new MartName("sales_by_month"),
                        "What was sold each month",
                        new FactName("order_line"),
                        List.of(
                                new Mart.Grouping.ByAttribute(column("ordered"), column("year_month")),
                                new Mart.Grouping.ByAttribute(column("product"), CATEGORY.name()),
                                new Mart.Grouping.ByAttribute(column("customer"), SEGMENT.name())),
                        List.of(
                                new Mart.Aggregate(column("revenue"), "sum(amount)", "Worth"),
                                new Mart.Aggregate(column("units"), "sum(quantity)", "Pieces"))),
                new FactMart(
                        new MartName("sales"),
                        "Every line that was sold",
                        new FactName("order_line"),
                        List.of(),
                        List.of()));
    }

    private static Entity.Reference reference(Attribute column, String target) {
        return new Entity.Reference(List.of(column.name()), new EntityName(target));
    }

    private static Dimension.MemberAttribute shown(Attribute attribute, ChangePolicy onChange) {
        return new Dimension.MemberAttribute(attribute, onChange);
    }
}
