package dev.startide.warehouse.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/// The type of a value, as it is written in a model file.
///
/// Each type has exactly one Java class for its values, named below, so that a value needs no
/// conversion between the reading of an event and the writing of a row.
public sealed interface LogicalType {

    /// Text of any length, as [String].
    record Text() implements LogicalType {}

    /// Text of at most `length` characters (code points), as [String].
    record Varchar(int length) implements LogicalType {
        public Varchar {
            requireBetween("varchar length", length, 1, MAX_VARCHAR);
        }
    }

    /// 32-bit integer, as [Integer].
    record Int() implements LogicalType {}

    /// 64-bit integer, as [Long].
    record BigInt() implements LogicalType {}

    /// Exact decimal number, as [java.math.BigDecimal] with exactly `scale` digits after the point.
    record Decimal(int precision, int scale) implements LogicalType {
        public Decimal {
            requireBetween("decimal precision", precision, 1, MAX_PRECISION);
            requireBetween("decimal scale", scale, 0, precision);
        }
    }

    /// IEEE 754 double, as [Double].
    record Floating() implements LogicalType {}

    /// Truth value, as [Boolean].
    record Bool() implements LogicalType {}

    /// Day without a time zone, as [java.time.LocalDate].
    record Date() implements LogicalType {}

    /// Time of day without a time zone, in microseconds, as [java.time.LocalTime].
    record Time() implements LogicalType {}

    /// Instant in microseconds, as [java.time.Instant].
    record Timestamp() implements LogicalType {}

    /// 128-bit identifier, as [java.util.UUID].
    record Uuid() implements LogicalType {}

    /// A JSON document, as its text in a [String].
    record Json() implements LogicalType {}

    /// Bytes, as `byte[]`.
    record Bytes() implements LogicalType {}

    /// PostgreSQL's bound for `varchar(n)`.
    int MAX_VARCHAR = 10_485_760;

    /// PostgreSQL's bound for the declared precision of `numeric`.
    int MAX_PRECISION = 1000;

    /// The type as a model file writes it: `decimal(12,2)`.
    default String sqlName() {
        return switch (this) {
            case Text() -> "text";
            case Varchar(int length) -> "varchar(%d)".formatted(length);
            case Int() -> "int";
            case BigInt() -> "bigint";
            case Decimal(int precision, int scale) -> "decimal(%d,%d)".formatted(precision, scale);
            case Floating() -> "double";
            case Bool() -> "boolean";
            case Date() -> "date";
            case Time() -> "time";
            case Timestamp() -> "timestamptz";
            case Uuid() -> "uuid";
            case Json() -> "json";
            case Bytes() -> "bytea";
        };
    }

    /// Whether sums and averages of it make sense.
    default boolean isNumeric() {
        return switch (this) {
            case Int(), BigInt(), Decimal(var _, var _), Floating() -> true;
            case Text(), Varchar(var _), Bool(), Date(), Time(), Timestamp(), Uuid(), Json(), Bytes() -> false;
        };
    }

    /// Reads a type as a model file writes it; empty if there is no such type or its numbers are
    /// out of bounds.
    static Optional<LogicalType> parse(String text) {
        Matcher matcher = LogicalTypeSyntax.TYPE.matcher(text.strip().toLowerCase(Locale.ROOT));
        return matcher.matches() ? LogicalTypeSyntax.read(matcher) : Optional.empty();
    }

    /// The types that need no numbers behind their name, as a model file writes them, in alphabetical
    /// order.
    static List<String> plainNames() {
        return LogicalTypeSyntax.plainNames();
    }

    private static void requireBetween(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s must be between %d and %d, is %d".formatted(what, least, most, value));
        }
    }
}
