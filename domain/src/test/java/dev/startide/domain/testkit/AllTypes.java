package dev.startide.domain.testkit;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.ChangePolicy;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.EntityName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// A model with an attribute of each logical type, and the extreme values of each.
final class AllTypes {

    private static final Map<String, LogicalType> TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry("a_text", new LogicalType.Text()),
            Map.entry("a_varchar", new LogicalType.Varchar(3)),
            Map.entry("an_int", new LogicalType.Int()),
            Map.entry("a_bigint", new LogicalType.BigInt()),
            Map.entry("a_price", new LogicalType.Decimal(12, 2)),
            Map.entry("a_huge_decimal", new LogicalType.Decimal(60, 30)),
            Map.entry("a_whole_decimal", new LogicalType.Decimal(20, 0)),
            Map.entry("a_double", new LogicalType.Floating()),
            Map.entry("a_boolean", new LogicalType.Bool()),
            Map.entry("a_date", new LogicalType.Date()),
            Map.entry("a_time", new LogicalType.Time()),
            Map.entry("a_timestamp", new LogicalType.Timestamp()),
            Map.entry("a_uuid", new LogicalType.Uuid()),
            Map.entry("a_json", new LogicalType.Json()),
            Map.entry("a_bytea", new LogicalType.Bytes())));

    private static final List<Attribute> ATTRIBUTES = TYPES.entrySet().stream()
            .map(entry -> new Attribute(column(entry.getKey()), entry.getValue(), ""))
            .toList();

    /// Keys of every type that can be one.
    static final List<Attribute> KEY = List.of(
            new Attribute(column("key_text"), new LogicalType.Text(), ""),
            new Attribute(column("key_int"), new LogicalType.Int(), ""),
            new Attribute(column("key_bigint"), new LogicalType.BigInt(), ""),
            new Attribute(column("key_decimal"), new LogicalType.Decimal(12, 2), ""),
            new Attribute(column("key_boolean"), new LogicalType.Bool(), ""),
            new Attribute(column("key_date"), new LogicalType.Date(), ""),
            new Attribute(column("key_time"), new LogicalType.Time(), ""),
            new Attribute(column("key_timestamp"), new LogicalType.Timestamp(), ""),
            new Attribute(column("key_uuid"), new LogicalType.Uuid(), ""));

    static final WarehouseLayout LAYOUT = WarehouseLayout.of(model());
    static final EntityLayout SAMPLE = LAYOUT.entities().getFirst();
    static final EntityLayout KEYED = LAYOUT.entities().getLast();

    private AllTypes() {}

    /// The values to try in a column.
    static List<Object> extremes(Attribute attribute) {
        return switch (attribute.type()) {
            case LogicalType.Text() ->
                List.of("", " ", "größer 🚀", "\t\n\r\\N\\.\b\"'\u007f\uffff", "x".repeat(100_000));
            case LogicalType.Varchar(var length) -> List.of("", "ä".repeat(length), "🚀".repeat(length));
            case LogicalType.Int() -> List.of(0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LogicalType.BigInt() -> List.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE);
            case LogicalType.Decimal(var precision, var scale) -> decimals(precision, scale);
            case LogicalType.Floating() ->
                List.of(
                        0.0,
                        -0.0,
                        0.1,
                        Double.MIN_VALUE,
                        -Double.MAX_VALUE,
                        Double.MAX_VALUE,
                        Double.NaN,
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY);
            case LogicalType.Bool() -> List.of(true, false);
            case LogicalType.Date() ->
                List.of(
                        LocalDate.EPOCH,
                        LocalDate.of(1, 1, 1),
                        LocalDate.of(1582, 10, 10),
                        LocalDate.of(2000, 2, 29),
                        LocalDate.of(9999, 12, 31));
            case LogicalType.Time() ->
                List.of(LocalTime.MIDNIGHT, LocalTime.NOON, LocalTime.of(23, 59, 59, 999_999_000));
            case LogicalType.Timestamp() ->
                List.of(
                        Instant.EPOCH,
                        Instant.EPOCH.minusNanos(1_000),
                        Instant.parse("0001-01-01T00:00:00Z"),
                        Instant.parse("1900-01-01T00:00:00Z"),
                        Instant.parse("2026-03-29T01:30:00.123456Z"),
                        Instant.parse("2199-12-31T23:59:59.999999Z"),
                        Instant.parse("9999-12-31T00:00:00Z"));
            case LogicalType.Uuid() -> List.of(new UUID(0, 0), new UUID(-1, -1), new UUID(Long.MIN_VALUE, 1));
            case LogicalType.Json() ->
                List.of("{}", "null", "{\"b\": 1.50,  \"a\": [\"ü\", \"\\u0000\", null], \"b\": 2}");
            case LogicalType.Bytes() -> List.of(new byte[0], new byte[] {0, 1, -1, Byte.MIN_VALUE, Byte.MAX_VALUE});
        };
    }

    /// The attributes of the sample.
    static List<Attribute> attributes() {
        return ATTRIBUTES;
    }

    private static List<Object> decimals(int precision, int scale) {
        BigDecimal largest = BigDecimal.TEN
                .pow(precision)
                .subtract(BigDecimal.ONE)
                .movePointLeft(scale)
                .setScale(scale);
        BigDecimal smallest = BigDecimal.ONE.movePointLeft(scale).setScale(scale);
        return List.of(
                BigDecimal.ZERO.setScale(scale),
                BigDecimal.TEN.setScale(scale),
                BigDecimal.valueOf(10_000).setScale(scale),
                smallest,
                smallest.negate(),
                largest,
                largest.negate());
    }

    private static WarehouseModel model() {
        List<Attribute> id = List.of(new Attribute(column("id"), new LogicalType.Int(), ""));
        List<Dimension.MemberAttribute> shown = new ArrayList<>();
        ATTRIBUTES.forEach(attribute -> shown.add(new Dimension.MemberAttribute(attribute, ChangePolicy.VERSION)));
        EntityName sample = new EntityName("sample");
        return new WarehouseModel(
                "types",
                "A value of every type",
                ZoneOffset.UTC,
                List.of(),
                List.of(),
                List.of(
                        new Entity(sample, "", id, ATTRIBUTES, List.of()),
                        new Entity(new EntityName("keyed"), "", KEY, List.of(), List.of())),
                List.of(new Dimension.Members(
                        new DimensionName("sample"), "", sample, id, shown, List.of(), List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
