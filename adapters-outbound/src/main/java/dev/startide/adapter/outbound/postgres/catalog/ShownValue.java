package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.domain.trial.SeenRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Values of columns whose types only the database knows.
final class ShownValue {

    private ShownValue() {}

    /// The values of the current row.
    static SeenRow of(ResultSet rows) throws SQLException {
        ResultSetMetaData types = rows.getMetaData();
        @Nullable Object[] values = new @Nullable Object[types.getColumnCount()];
        for (int index = 0; index < values.length; index++) {
            values[index] = of(rows, index + 1, types.getColumnTypeName(index + 1));
        }
        return new SeenRow(values);
    }

    private static @Nullable Object of(ResultSet rows, int index, String type) throws SQLException {
        Object value = switch (type) {
            case "int2", "int4", "int8" -> rows.getLong(index);
            case "numeric" -> rows.getObject(index, BigDecimal.class);
            case "float4", "float8" -> rows.getDouble(index);
            case "bool" -> rows.getBoolean(index);
            case "date" -> rows.getObject(index, LocalDate.class);
            case "time" -> rows.getObject(index, LocalTime.class);
            case "timestamptz" -> rows.getObject(index, OffsetDateTime.class);
            case "uuid" -> rows.getObject(index, UUID.class);
            default -> rows.getString(index);
        };
        if (rows.wasNull()) {
            return null;
        }
        return value instanceof OffsetDateTime instant ? instant.toInstant() : value;
    }
}
