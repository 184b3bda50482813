package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.schema.LogicalType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;

/// Values of columns, as tests write them.
final class Literals {

    private Literals() {}

    /// Tells of a value that a column of the type cannot hold.
    static void check(Written value, LogicalType type, Issues issues) {
        String text = value.text();
        switch (type) {
            case LogicalType.Text _, LogicalType.Varchar _, LogicalType.Json _, LogicalType.Bytes _ -> {}
            case LogicalType.Int _, LogicalType.BigInt _ ->
                require(text.matches("-?[0-9]{1,19}"), value, type, "a whole number", issues);
            case LogicalType.Decimal _, LogicalType.Floating _ ->
                require(isRead(BigDecimal::new, text), value, type, "a number", issues);
            case LogicalType.Bool _ -> require(text.matches("true|false"), value, type, "'true' or 'false'", issues);
            case LogicalType.Date _ ->
                require(isRead(LocalDate::parse, text), value, type, "a day such as 2026-01-31", issues);
            case LogicalType.Time _ ->
                require(isRead(LocalTime::parse, text), value, type, "a time such as 08:30", issues);
            case LogicalType.Timestamp _ ->
                require(
                        isRead(OffsetDateTime::parse, text),
                        value,
                        type,
                        "an instant with its offset, such as 2026-01-31T08:00:00Z",
                        issues);
            case LogicalType.Uuid _ -> require(isRead(UUID::fromString, text), value, type, "a UUID", issues);
        }
    }

    private static boolean isRead(Function<String, ?> parser, String text) {
        try {
            return parser.apply(text) != null;
        } catch (IllegalArgumentException | DateTimeException wrong) {
            return false;
        }
    }

    private static void require(boolean holds, Written value, LogicalType type, String wanted, Issues issues) {
        if (!holds) {
            issues.error(
                    value,
                    "'%s' cannot stand in a column of type %s".formatted(value.text(), type.sqlName()),
                    "Write %s.".formatted(wanted));
        }
    }
}
