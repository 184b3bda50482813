package dev.startide.adapter.outbound.postgres.sql;

import dev.startide.domain.event.LanePosition;
import dev.startide.warehouse.schema.LogicalType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values as one SQL array, so that a statement takes any number of them without changing shape.
public final class SqlArrays {

    private SqlArrays() {}

    /// Values of a logical type.
    ///
    /// @param values of the type's Java class, or null
    public static Array of(Connection connection, LogicalType type, List<? extends @Nullable Object> values)
            throws SQLException {
        Object[] elements = switch (type) {
            case LogicalType.Bytes() -> values.toArray(byte[][]::new);
            case LogicalType.Date() -> values.stream().map(SqlArrays::day).toArray();
            case LogicalType.Timestamp() ->
                values.stream().map(SqlArrays::instant).toArray();
            case LogicalType.Text(),
                    LogicalType.Varchar(var _),
                    LogicalType.Int(),
                    LogicalType.BigInt(),
                    LogicalType.Decimal(var _, var _),
                    LogicalType.Floating(),
                    LogicalType.Bool(),
                    LogicalType.Time(),
                    LogicalType.Uuid(),
                    LogicalType.Json() -> values.toArray();
        };
        return connection.createArrayOf(SqlTypes.elementName(type), elements);
    }

    public static Array ofInts(Connection connection, List<Integer> values) throws SQLException {
        return connection.createArrayOf("int4", values.toArray());
    }

    public static Array ofLongs(Connection connection, List<Long> values) throws SQLException {
        return connection.createArrayOf("int8", values.toArray());
    }

    /// The lanes of events.
    public static Array ofLanes(Connection connection, List<LanePosition> events) throws SQLException {
        return ofInts(connection, events.stream().map(at -> at.lane().value()).toList());
    }

    /// The positions of events.
    public static Array ofPositions(Connection connection, List<LanePosition> events) throws SQLException {
        return ofLongs(connection, events.stream().map(LanePosition::position).toList());
    }

    public static Array ofTexts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    public static Array ofInstants(Connection connection, List<Instant> values) throws SQLException {
        return of(connection, new LogicalType.Timestamp(), values);
    }

    /// PostgreSQL counts years before 1 as BC, and wants no sign before long ones.
    private static @Nullable String day(@Nullable Object value) {
        if (!(value instanceof LocalDate day)) {
            return null;
        }
        boolean isBeforeChrist = day.getYear() <= 0;
        int year = isBeforeChrist ? 1 - day.getYear() : day.getYear();
        return "%04d-%02d-%02d%s"
                .formatted(year, day.getMonthValue(), day.getDayOfMonth(), isBeforeChrist ? " BC" : "");
    }

    private static @Nullable String instant(@Nullable Object value) {
        if (!(value instanceof Instant instant)) {
            return null;
        }
        var utc = instant.atOffset(ZoneOffset.UTC);
        String day = String.valueOf(day(utc.toLocalDate()));
        int yearEnd = day.indexOf(' ');
        String date = yearEnd < 0 ? day : day.substring(0, yearEnd);
        return "%s %s+00%s".formatted(date, utc.toLocalTime(), yearEnd < 0 ? "" : " BC");
    }
}
