package dev.startide.adapter.outbound.postgres.sql;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.LogicalType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads columns of a result as the Java values of their logical types.
public final class RowReader {

    private final LogicalType[] types;

    public RowReader(List<Column> columns) {
        this.types = columns.stream().map(Column::type).toArray(LogicalType[]::new);
    }

    /// The values of the current row, from the given column of the result on, counted from 1.
    public @Nullable Object[] read(ResultSet rows, int first) throws SQLException {
        @Nullable Object[] row = new @Nullable Object[types.length];
        for (int index = 0; index < types.length; index++) {
            row[index] = value(rows, first + index, types[index]);
        }
        return row;
    }

    /// One value of the current row.
    public static @Nullable Object value(ResultSet rows, int index, LogicalType type) throws SQLException {
        Object value = switch (type) {
            case LogicalType.Text(), LogicalType.Varchar(var _), LogicalType.Json() -> rows.getString(index);
            case LogicalType.Int() -> rows.getInt(index);
            case LogicalType.BigInt() -> rows.getLong(index);
            case LogicalType.Decimal(var _, var _) -> rows.getBigDecimal(index);
            case LogicalType.Floating() -> rows.getDouble(index);
            case LogicalType.Bool() -> rows.getBoolean(index);
            case LogicalType.Date() -> rows.getObject(index, LocalDate.class);
            case LogicalType.Time() -> rows.getObject(index, LocalTime.class);
            case LogicalType.Timestamp() -> rows.getObject(index, OffsetDateTime.class);
            case LogicalType.Uuid() -> rows.getObject(index, UUID.class);
            case LogicalType.Bytes() -> rows.getBytes(index);
        };
        if (rows.wasNull()) {
            return null;
        }
        return value instanceof OffsetDateTime instant ? instant.toInstant() : value;
    }
}
