package dev.startide.domain.testkit.memory;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Nullability;
import dev.startide.warehouse.schema.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Checks rows as a database does, and that each value has the one class of its type.
final class RowCheck {

    private RowCheck() {}

    /// @throws StartideException `INVARIANT_BROKEN` for a row that nobody should have made,
    ///     `DATA_REFUSED` for one with data that a database refuses
    static void check(Table table, @Nullable Object[] row) {
        List<Column> columns = table.writtenColumns();
        if (row.length != columns.size()) {
            throw StartideException.because(
                    FailureCode.INVARIANT_BROKEN,
                    "%s takes %d values, not %d".formatted(table.name(), columns.size(), row.length));
        }
        for (int index = 0; index < row.length; index++) {
            check(table, columns.get(index), row[index]);
        }
    }

    private static void check(Table table, Column column, @Nullable Object value) {
        if (value == null) {
            if (column.nullability() == Nullability.REQUIRED) {
                throw refused(table, column, "must not be null");
            }
        } else if (!hasClassOf(column.type(), value)) {
            throw StartideException.because(
                    FailureCode.INVARIANT_BROKEN,
                    "%s.%s of type %s was given a %s"
                            .formatted(
                                    table.name(),
                                    column.name(),
                                    column.type().sqlName(),
                                    value.getClass().getName()));
        } else if (!isHeldBy(column.type(), value)) {
            throw refused(table, column, "cannot hold the value");
        }
    }

    private static boolean hasClassOf(LogicalType type, Object value) {
        return switch (type) {
            case LogicalType.Text(), LogicalType.Varchar(var _), LogicalType.Json() -> value instanceof String;
            case LogicalType.Int() -> value instanceof Integer;
            case LogicalType.BigInt() -> value instanceof Long;
            case LogicalType.Decimal(var _, var scale) ->
                value instanceof BigDecimal decimal && decimal.scale() == scale;
            case LogicalType.Floating() -> value instanceof Double;
            case LogicalType.Bool() -> value instanceof Boolean;
            case LogicalType.Date() -> value instanceof LocalDate;
            case LogicalType.Time() ->
                value instanceof LocalTime time
                        && time.truncatedTo(ChronoUnit.MICROS).equals(time);
            case LogicalType.Timestamp() ->
                value instanceof Instant instant
                        && instant.truncatedTo(ChronoUnit.MICROS).equals(instant);
            case LogicalType.Uuid() -> value instanceof UUID;
            case LogicalType.Bytes() -> value instanceof byte[];
        };
    }

    private static boolean isHeldBy(LogicalType type, Object value) {
        if (value instanceof String text && text.indexOf('\0') >= 0) {
            return false;
        }
        return switch (type) {
            case LogicalType.Varchar(var length) ->
                value instanceof String text && text.codePointCount(0, text.length()) <= length;
            case LogicalType.Decimal(var precision, var _) ->
                value instanceof BigDecimal decimal && decimal.precision() <= precision;
            case LogicalType.Text(),
                    LogicalType.Json(),
                    LogicalType.Int(),
                    LogicalType.BigInt(),
                    LogicalType.Floating(),
                    LogicalType.Bool(),
                    LogicalType.Date(),
                    LogicalType.Time(),
                    LogicalType.Timestamp(),
                    LogicalType.Uuid(),
                    LogicalType.Bytes() -> true;
        };
    }

    private static StartideException refused(Table table, Column column, String why) {
        return StartideException.because(
                FailureCode.DATA_REFUSED, "%s.%s %s".formatted(table.name(), column.name(), why));
    }
}
