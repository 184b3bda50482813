package dev.startide.adapter.outbound.postgres;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.ChangePolicy;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactMart;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.Mart;
import dev.startide.warehouse.star.MartName;
import dev.startide.warehouse.star.Measure;
import dev.startide.warehouse.star.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/// A small warehouse with one of everything: a customer with history, sales with a computed
/// measure, a calendar, two marts.
public final class Shop {

    private static final LogicalType TEXT = new LogicalType.Text();
    private static final LogicalType MONEY = new LogicalType.Decimal(12, 2);

    public static final WarehouseModel MODEL = model("shop");
    public static final WarehouseLayout LAYOUT = WarehouseLayout.of(MODEL);
    public static final EntityLayout REGIONS = LAYOUT.entities().get(0);
    public static final EntityLayout CUSTOMERS = LAYOUT.entities().get(1);
    public static final ChangeLayout CUSTOMER_CHANGES = LAYOUT.changes().getFirst();
    public static final MemberLayout CUSTOMER = LAYOUT.members().getFirst();
    public static final CalendarLayout CALENDAR = LAYOUT.calendars().getFirst();
    public static final FactLayout SALES = LAYOUT.facts().getFirst();
    public static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");

    private Shop() {}

    /// The same warehouse under another name.
    public static WarehouseModel model(String name) {
        return model(name, List.of());
    }

    /// The same warehouse with another calendar.
    public static WarehouseModel withCalendar(Dimension.Calendar calendar) {
        return new WarehouseModel(
                MODEL.name(),
                MODEL.description(),
                MODEL.timeZone(),
                MODEL.sources(),
                MODEL.events(),
                MODEL.entities(),
                MODEL.dimensions().stream()
                        .map(each -> each instanceof Dimension.Calendar ? calendar : each)
                        .toList(),
                MODEL.facts(),
                MODEL.marts(),
                MODEL.entityFeeds(),
                MODEL.factFeeds());
    }

    /// A warehouse whose customers have more attributes.
    public static WarehouseModel model(String name, List<Attribute> more) {
        Attribute regionId = attribute("region_id", TEXT);
        Attribute customerId = attribute("customer_id", TEXT);
        Attribute segment = attribute("segment", TEXT);
        List<Attribute> attributes = new java.util.ArrayList<>(List.of(segment, regionId));
        attributes.addAll(more);
        Entity region = new Entity(new EntityName("region"), "Where", List.of(regionId), List.of(), List.of());
        Entity customer = new Entity(
                new EntityName("customer"),
                "Who it's about; \"quoted\"",
                List.of(customerId),
                attributes,
                List.of(new Entity.Reference(List.of(column("region_id")), new EntityName("region"))));
        return new WarehouseModel(
                name,
                "A shop",
                ZoneId.of("Europe/Berlin"),
                List.of(),
                List.of(),
                List.of(region, customer),
                List.of(
                        new Dimension.Members(
                                new DimensionName("customer"),
                                "Who buys",
                                new EntityName("customer"),
                                List.of(customerId),
                                List.of(new Dimension.MemberAttribute(segment, ChangePolicy.VERSION)),
                                List.of(),
                                List.of()),
                        new Dimension.Calendar(new DimensionName("calendar"), "Days", LocalDate.of(2026, 1, 1), 0)),
                List.of(sale(customerId)),
                List.of(bySegment(), everything()),
                List.of(),
                List.of());
    }

    private static Fact sale(Attribute customerId) {
        Attribute quantity = attribute("quantity", new LogicalType.Int());
        Attribute price = attribute("price", MONEY);
        Attribute soldAt = attribute("sold_at", new LogicalType.Timestamp());
        return new Fact(
                new FactName("sale"),
                "What was sold",
                new EntityName("customer"),
                List.of(attribute("order_id", new LogicalType.BigInt()), attribute("line", new LogicalType.Int())),
                soldAt,
                List.of(
                        new Role.OfMember(column("buyer"), new DimensionName("customer"), List.of(customerId)),
                        new Role.OfDay(column("sold_on"), new DimensionName("calendar"), soldAt)),
                List.of(attribute("channel", TEXT)),
                List.of(
                        new Measure(
                                column("quantity"),
                                new LogicalType.Int(),
                                Measure.Aggregation.SUM,
                                new Measure.Source.Input(),
                                "",
                                "Pieces"),
                        new Measure(
                                column("amount"),
                                MONEY,
                                Measure.Aggregation.SUM,
                                new Measure.Source.Sql("quantity * price", List.of(quantity, price)),
                                "EUR",
                                "What was paid")));
    }

    private static Mart bySegment() {
        return new FactMart(
                new MartName("revenue_by_segment"),
                "Revenue",
                new FactName("sale"),
                List.of(
                        new Mart.Grouping.ByAttribute(column("buyer"), column("segment")),
                        new Mart.Grouping.ByColumn(column("channel"))),
                List.of(new Mart.Aggregate(
                        column("revenue"),
                        "sum(fact.amount) filter (where fact.channel <> '?{0}')",
                        "Sum\tof amounts")));
    }

    private static Mart everything() {
        return new FactMart(new MartName("sale_rows"), "Rows", new FactName("sale"), List.of(), List.of());
    }

    private static Attribute attribute(String name, LogicalType type) {
        return new Attribute(column(name), type, "The " + name);
    }

    public static Object[] region(String id) {
        return new Object[] {id, false, false, NOON, 0L, new UUID(0, 1), null, 1, 1L};
    }

    public static Object[] customer(String id, String segment, String region) {
        return new Object[] {id, segment, region, false, false, NOON, 0L, new UUID(0, 1), null, 1, 1L};
    }

    public static Object[] customerChange(String id, Instant at, String segment) {
        return new Object[] {id, at, 0L, new UUID(-1, 1), segment, null, null, false, 1, 1L};
    }

    public static Object[] version(long key, long durableKey, String id, String segment, Instant from, Instant to) {
        return new Object[] {
            key,
            durableKey,
            id,
            segment,
            (int) key,
            from,
            to,
            to.equals(MemberLayout.OPEN_END),
            false,
            to.equals(MemberLayout.OPEN_END)
        };
    }

    public static Object[] sale(long order, int line, long buyer, Instant at, String price) {
        return new Object[] {
            order,
            line,
            at,
            buyer,
            buyer,
            20260315,
            "web",
            2,
            new BigDecimal(price),
            at,
            0L,
            new UUID(0, 7),
            null,
            1,
            order
        };
    }
}
