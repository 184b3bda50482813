package dev.startide.domain.normalize;

import static dev.startide.domain.quality.Rejection.Reason.LIMIT_EXCEEDED;
import static dev.startide.domain.quality.Rejection.Reason.TYPE_MISMATCH;
import static dev.startide.domain.quality.Rejection.Reason.VALUE_OUT_OF_RANGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.warehouse.schema.LogicalType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConversionsTest {

    private static final UUID ID = UUID.fromString("3f2504e0-4f89-11d3-9a0c-0305e82c3301");
    private static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");

    /// One value of each kind; where kinds can fit at all, these values do.
    private static final Map<String, Scalar> KINDS = kinds();

    /// Which kinds each type takes. Everything else is a mismatch.
    private static final Map<String, List<String>> TABLE = Map.ofEntries(
            Map.entry("text", List.of("text", "number", "date text", "uuid text", "truth text", "whole", "id")),
            Map.entry("varchar(40)", List.of("text", "number", "date text", "uuid text", "truth text", "whole", "id")),
            Map.entry("int", List.of("number", "whole", "exact")),
            Map.entry("bigint", List.of("number", "whole", "exact")),
            Map.entry("decimal(12,2)", List.of("number", "whole", "exact")),
            Map.entry("double", List.of("number", "whole", "exact", "floating")),
            Map.entry("boolean", List.of("truth text", "truth")),
            Map.entry("date", List.of("date text", "day")),
            Map.entry("time", List.of("time of day")),
            Map.entry("timestamptz", List.of("moment")),
            Map.entry("uuid", List.of("uuid text", "id")),
            Map.entry(
                    "json",
                    List.of(
                            "text",
                            "number",
                            "date text",
                            "uuid text",
                            "truth text",
                            "whole",
                            "exact",
                            "floating",
                            "truth",
                            "binary",
                            "day",
                            "time of day",
                            "moment",
                            "id",
                            "document")),
            Map.entry("bytea", List.of("truth text", "binary")));

    static Stream<Arguments> everyPairOfKindAndType() {
        return TABLE.keySet().stream().flatMap(type -> KINDS.keySet().stream().map(kind -> Arguments.of(kind, type)));
    }

    @ParameterizedTest
    @MethodSource("everyPairOfKindAndType")
    void takesWhatTheTableSaysAndNothingElse(String kind, String typeName) {
        // Given
        LogicalType type = LogicalType.parse(typeName).orElseThrow();

        // When
        Converted converted = Conversions.convert(KINDS.get(kind), type);

        // Then
        if (TABLE.get(typeName).contains(kind)) {
            assertThat(converted).isInstanceOf(Converted.Value.class);
        } else {
            assertThat(converted).isInstanceOfSatisfying(Converted.Problem.class, problem -> {
                assertThat(problem.reason()).isEqualTo(TYPE_MISMATCH);
                assertThat(problem.message()).startsWith("expected " + type.sqlName());
            });
        }
    }

    static Stream<Arguments> valuesThatFit() {
        return Stream.of(
                Arguments.of(text("Zoë 😀"), "varchar(5)", "Zoë 😀"),
                Arguments.of(whole(42), "text", "42"),
                Arguments.of(exact("42"), "text", "42"),
                Arguments.of(new Scalar.Id(ID), "text", ID.toString()),
                Arguments.of(whole(Integer.MAX_VALUE), "int", Integer.MAX_VALUE),
                Arguments.of(exact("5.00"), "int", 5),
                Arguments.of(exact("1e3"), "int", 1000),
                Arguments.of(exact("0e300"), "bigint", 0L),
                Arguments.of(exact("-9223372036854775808"), "bigint", Long.MIN_VALUE),
                Arguments.of(text("-0"), "int", 0),
                Arguments.of(whole(7), "decimal(12,2)", new BigDecimal("7.00")),
                Arguments.of(exact("12.5"), "decimal(12,2)", new BigDecimal("12.50")),
                Arguments.of(exact("12.5000"), "decimal(12,2)", new BigDecimal("12.50")),
                Arguments.of(text("12.50"), "decimal(12,2)", new BigDecimal("12.50")),
                Arguments.of(text("1.25e1"), "decimal(12,2)", new BigDecimal("12.50")),
                Arguments.of(exact("9999999999.99"), "decimal(12,2)", new BigDecimal("9999999999.99")),
                Arguments.of(exact("0.01"), "decimal(2,2)", new BigDecimal("0.01")),
                Arguments.of(new Scalar.Floating(-0.0), "double", 0.0),
                Arguments.of(exact("0.1"), "double", 0.1),
                Arguments.of(text("true"), "boolean", true),
                Arguments.of(text("2024-02-29"), "date", LocalDate.of(2024, 2, 29)),
                Arguments.of(text("13:45"), "time", LocalTime.of(13, 45)),
                Arguments.of(text("13:45:01.1234567"), "time", LocalTime.of(13, 45, 1, 123_457_000)),
                Arguments.of(text("2026-03-15T12:00:00Z"), "timestamptz", NOON),
                Arguments.of(text("2026-03-15t13:00z"), "timestamptz", NOON.plusSeconds(3600)),
                Arguments.of(text("2026-03-15T17:30:00+05:30"), "timestamptz", NOON),
                Arguments.of(text("2026-03-15T07:00:00.000-0500"), "timestamptz", NOON),
                Arguments.of(text("2026-03-15T13:00:00+01"), "timestamptz", NOON),
                Arguments.of(text("2026-03-15T12:00:00.0000005Z"), "timestamptz", NOON.plusNanos(1000)),
                Arguments.of(new Scalar.Moment(NOON.plusNanos(499)), "timestamptz", NOON),
                Arguments.of(text(ID.toString().toUpperCase(java.util.Locale.ROOT)), "uuid", ID),
                Arguments.of(text("a\"\n\u0001"), "json", "\"a\\\"\\n\\u0001\""),
                Arguments.of(exact("1.50"), "json", "1.50"),
                Arguments.of(new Scalar.Document("a list", "[1]"), "json", "[1]"),
                Arguments.of(text("AAE="), "bytea", new byte[] {0, 1}));
    }

    @ParameterizedTest
    @MethodSource("valuesThatFit")
    void keepsEveryDigit(Scalar value, String type, Object expected) {
        // When
        Converted converted = Conversions.convert(value, LogicalType.parse(type).orElseThrow());

        // Then
        assertThat(converted)
                .isInstanceOfSatisfying(
                        Converted.Value.class,
                        there -> assertThat(there.value()).isEqualTo(expected));
    }

    static Stream<Arguments> valuesThatDoNotFit() {
        return Stream.of(
                Arguments.of(text("abcdef"), "varchar(5)", VALUE_OUT_OF_RANGE),
                Arguments.of(text("a\u0000b"), "text", VALUE_OUT_OF_RANGE),
                Arguments.of(text("a\ud800b"), "text", VALUE_OUT_OF_RANGE),
                Arguments.of(text("\udc00"), "varchar(9)", VALUE_OUT_OF_RANGE),
                Arguments.of(text("\u0000"), "json", VALUE_OUT_OF_RANGE),
                Arguments.of(exact("1.0"), "text", TYPE_MISMATCH),
                Arguments.of(whole(Integer.MAX_VALUE + 1L), "int", VALUE_OUT_OF_RANGE),
                Arguments.of(whole(Integer.MIN_VALUE - 1L), "int", VALUE_OUT_OF_RANGE),
                Arguments.of(exact("9223372036854775808"), "bigint", VALUE_OUT_OF_RANGE),
                Arguments.of(exact("1e300"), "bigint", VALUE_OUT_OF_RANGE),
                Arguments.of(exact("12.5"), "int", VALUE_OUT_OF_RANGE),
                Arguments.of(new Scalar.Exact(new BigDecimal("1e999999999")), "bigint", VALUE_OUT_OF_RANGE),
                Arguments.of(new Scalar.Exact(new BigDecimal("1e-999999999")), "int", VALUE_OUT_OF_RANGE),
                Arguments.of(new Scalar.Exact(new BigDecimal("1e999999999")), "decimal(12,2)", VALUE_OUT_OF_RANGE),
                Arguments.of(new Scalar.Exact(new BigDecimal("1e-999999999")), "decimal(12,2)", VALUE_OUT_OF_RANGE),
                Arguments.of(exact("10000000000.00"), "decimal(12,2)", VALUE_OUT_OF_RANGE),
                Arguments.of(exact("0.001"), "decimal(12,2)", VALUE_OUT_OF_RANGE),
                Arguments.of(text("1e999999999"), "decimal(12,2)", LIMIT_EXCEEDED),
                Arguments.of(text("1e-401"), "double", LIMIT_EXCEEDED),
                Arguments.of(text("9".repeat(201)), "int", LIMIT_EXCEEDED),
                Arguments.of(text("007"), "int", TYPE_MISMATCH),
                Arguments.of(text(" 7"), "int", TYPE_MISMATCH),
                Arguments.of(text("+7"), "int", TYPE_MISMATCH),
                Arguments.of(text(""), "int", TYPE_MISMATCH),
                Arguments.of(text("-"), "int", TYPE_MISMATCH),
                Arguments.of(text("1."), "decimal(12,2)", TYPE_MISMATCH),
                Arguments.of(text("1e"), "decimal(12,2)", TYPE_MISMATCH),
                Arguments.of(text("1e+"), "decimal(12,2)", TYPE_MISMATCH),
                Arguments.of(text("1,5"), "decimal(12,2)", TYPE_MISMATCH),
                Arguments.of(text("0x10"), "int", TYPE_MISMATCH),
                Arguments.of(text("NaN"), "double", TYPE_MISMATCH),
                Arguments.of(new Scalar.Floating(Double.NaN), "double", VALUE_OUT_OF_RANGE),
                Arguments.of(new Scalar.Floating(Double.POSITIVE_INFINITY), "double", VALUE_OUT_OF_RANGE),
                Arguments.of(exact("1e309"), "double", VALUE_OUT_OF_RANGE),
                Arguments.of(new Scalar.Floating(Double.NaN), "json", VALUE_OUT_OF_RANGE),
                Arguments.of(text("TRUE"), "boolean", TYPE_MISMATCH),
                Arguments.of(text("2025-02-29"), "date", TYPE_MISMATCH),
                Arguments.of(text("2025-2-9"), "date", TYPE_MISMATCH),
                Arguments.of(text("2025-02-09T00:00:00Z"), "date", TYPE_MISMATCH),
                Arguments.of(text("0000-02-09"), "date", VALUE_OUT_OF_RANGE),
                Arguments.of(new Scalar.Day(LocalDate.MAX), "date", VALUE_OUT_OF_RANGE),
                Arguments.of(text("24:00"), "time", TYPE_MISMATCH),
                Arguments.of(text("13:45:60"), "time", TYPE_MISMATCH),
                Arguments.of(text("13:45:00."), "time", TYPE_MISMATCH),
                Arguments.of(text("23:59:59.9999999"), "time", VALUE_OUT_OF_RANGE),
                Arguments.of(text("2026-03-15T12:00:00"), "timestamptz", TYPE_MISMATCH),
                Arguments.of(text("2026-03-15 12:00:00Z"), "timestamptz", TYPE_MISMATCH),
                Arguments.of(text("2026-03-15T12:00:00+19:00"), "timestamptz", TYPE_MISMATCH),
                Arguments.of(text("2026-03-15T12:00:00Z "), "timestamptz", TYPE_MISMATCH),
                Arguments.of(text("0000-12-31T12:00:00Z"), "timestamptz", VALUE_OUT_OF_RANGE),
                Arguments.of(text("9999-12-31T23:59:59.9999999Z"), "timestamptz", VALUE_OUT_OF_RANGE),
                Arguments.of(new Scalar.Moment(Instant.MAX), "timestamptz", VALUE_OUT_OF_RANGE),
                Arguments.of(new Scalar.Moment(Instant.MIN), "timestamptz", VALUE_OUT_OF_RANGE),
                Arguments.of(text("1-1-1-1-1"), "uuid", TYPE_MISMATCH),
                Arguments.of(text("3f2504e0-4f89-11d3-9a0c-0305e82c330g"), "uuid", TYPE_MISMATCH),
                Arguments.of(text("AAE"), "bytea", TYPE_MISMATCH),
                Arguments.of(text("AAF="), "bytea", TYPE_MISMATCH));
    }

    @ParameterizedTest
    @MethodSource("valuesThatDoNotFit")
    void refusesWhatWouldBeChanged(Scalar value, String type, Reason reason) {
        // When
        Converted converted = Conversions.convert(value, LogicalType.parse(type).orElseThrow());

        // Then
        assertThat(converted)
                .isInstanceOfSatisfying(
                        Converted.Problem.class,
                        problem -> assertThat(problem.reason()).isEqualTo(reason));
    }

    @Test
    void writesTreesAsJson() {
        // Given
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("a", new ArrayList<>(java.util.Arrays.asList(whole(1), null, exact("2.50"))));
        tree.put("b", Map.of("c", new Scalar.Truth(true)));
        tree.put("d", List.of());
        tree.put("e", Map.of());

        // When
        Converted json = JsonText.ofTree(tree);

        // Then
        assertThat(json).isEqualTo(new Converted.Value("{\"a\":[1,null,2.50],\"b\":{\"c\":true},\"d\":[],\"e\":{}}"));
    }

    private static Map<String, Scalar> kinds() {
        Map<String, Scalar> kinds = new LinkedHashMap<>();
        kinds.put("text", text("some words"));
        kinds.put("number", text("12"));
        kinds.put("date text", text("2026-03-15"));
        kinds.put("uuid text", text(ID.toString()));
        kinds.put("truth text", text("true"));
        kinds.put("whole", whole(12));
        kinds.put("exact", exact("12.00"));
        kinds.put("floating", new Scalar.Floating(12.0));
        kinds.put("truth", new Scalar.Truth(true));
        kinds.put("binary", new Scalar.Binary(new byte[] {1}));
        kinds.put("day", new Scalar.Day(LocalDate.of(2026, 3, 15)));
        kinds.put("time of day", new Scalar.TimeOfDay(LocalTime.NOON));
        kinds.put("moment", new Scalar.Moment(NOON));
        kinds.put("id", new Scalar.Id(ID));
        kinds.put("document", new Scalar.Document("an object", "{}"));
        kinds.put("other", new Scalar.Other("a local timestamp"));
        return kinds;
    }

    private static Scalar text(String value) {
        return new Scalar.Text(value);
    }

    private static Scalar whole(long value) {
        return new Scalar.Whole(value);
    }

    private static Scalar exact(String value) {
        return new Scalar.Exact(new BigDecimal(value));
    }
}
