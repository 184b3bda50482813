package dev.startide.adapter.outbound.postgres.copy;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.LogicalType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/// Writes the values of one column as fields of a binary COPY.
@FunctionalInterface
interface ValueEncoder {

    /// Writes one value.
    ///
    /// @throws StartideException `DATA_REFUSED` if the column cannot hold the value
    void write(CopyBuffer out, Object value);

    /// The encoder for a column: it takes values of the one class that the column's type names.
    static ValueEncoder of(Column column) {
        return switch (column.type()) {
            case LogicalType.Text(), LogicalType.Varchar(var _), LogicalType.Json() ->
                (out, value) -> {
                    if (!TextEncoding.write(out, (String) value)) {
                        throw refused(column, "has a NUL or half of a surrogate pair");
                    }
                };
            case LogicalType.Int() -> (out, value) -> out.intField((Integer) value);
            case LogicalType.BigInt() -> (out, value) -> out.longField((Long) value);
            case LogicalType.Decimal(var _, int scale) ->
                (out, value) -> decimal(out, column, scale, (BigDecimal) value);
            case LogicalType.Floating() -> (out, value) -> out.longField(Double.doubleToLongBits((Double) value));
            case LogicalType.Bool() -> (out, value) -> out.booleanField((Boolean) value);
            case LogicalType.Date() -> (out, value) -> date(out, column, (LocalDate) value);
            case LogicalType.Time() -> (out, value) -> out.longField(TimeEncoding.micros((LocalTime) value));
            case LogicalType.Timestamp() -> (out, value) -> timestamp(out, column, (Instant) value);
            case LogicalType.Uuid() ->
                (out, value) -> {
                    UUID uuid = (UUID) value;
                    out.uuidField(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
                };
            case LogicalType.Bytes() -> (out, value) -> out.bytesField((byte[]) value);
        };
    }

    /// The server would round what has more decimals.
    private static void decimal(CopyBuffer out, Column column, int scale, BigDecimal value) {
        if (value.scale() > scale) {
            throw refused(column, "has more than %d decimals".formatted(scale));
        }
        NumericEncoding.write(out, value);
    }

    private static void date(CopyBuffer out, Column column, LocalDate value) {
        if (!TimeEncoding.isInBounds(value)) {
            throw refused(column, "is a day that PostgreSQL cannot hold");
        }
        out.intField(TimeEncoding.days(value));
    }

    private static void timestamp(CopyBuffer out, Column column, Instant value) {
        if (!TimeEncoding.isInBounds(value)) {
            throw refused(column, "is an instant that PostgreSQL cannot hold");
        }
        out.longField(TimeEncoding.micros(value));
    }

    private static StartideException refused(Column column, String why) {
        return StartideException.because(
                FailureCode.DATA_REFUSED, "A value of column %s %s".formatted(column.name(), why));
    }
}
