package dev.startide.adapter.outbound.postgres.sql;

import dev.startide.warehouse.schema.LogicalType;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/// Logical types in PostgreSQL's words, both ways.
public final class SqlTypes {

    private SqlTypes() {}

    /// The type of a column. JSON is kept as the text that came (`json`): `jsonb` would rewrite
    /// numbers, drop doubled keys and refuse some escapes.
    public static DataType<?> of(LogicalType type) {
        return switch (type) {
            case LogicalType.Text() -> SQLDataType.CLOB;
            case LogicalType.Varchar(int length) -> SQLDataType.VARCHAR(length);
            case LogicalType.Int() -> SQLDataType.INTEGER;
            case LogicalType.BigInt() -> SQLDataType.BIGINT;
            case LogicalType.Decimal(int precision, int scale) -> SQLDataType.NUMERIC(precision, scale);
            case LogicalType.Floating() -> SQLDataType.DOUBLE;
            case LogicalType.Bool() -> SQLDataType.BOOLEAN;
            case LogicalType.Date() -> SQLDataType.LOCALDATE;
            case LogicalType.Time() -> SQLDataType.LOCALTIME;
            case LogicalType.Timestamp() -> SQLDataType.TIMESTAMPWITHTIMEZONE;
            case LogicalType.Uuid() -> SQLDataType.UUID;
            case LogicalType.Json() -> SQLDataType.JSON;
            case LogicalType.Bytes() -> SQLDataType.BLOB;
        };
    }

    /// The name of a type for arrays of it.
    static String elementName(LogicalType type) {
        return switch (type) {
            case LogicalType.Text(), LogicalType.Varchar(var _), LogicalType.Json() -> "text";
            case LogicalType.Int() -> "int4";
            case LogicalType.BigInt() -> "int8";
            case LogicalType.Decimal(var _, var _) -> "numeric";
            case LogicalType.Floating() -> "float8";
            case LogicalType.Bool() -> "bool";
            case LogicalType.Date() -> "date";
            case LogicalType.Time() -> "time";
            case LogicalType.Timestamp() -> "timestamptz";
            case LogicalType.Uuid() -> "uuid";
            case LogicalType.Bytes() -> "bytea";
        };
    }

    /// The logical type of an existing column, from what `format_type` says of it; empty if it is
    /// none of ours.
    public static Optional<LogicalType> read(String formatted) {
        String name = formatted.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "integer" -> Optional.of(new LogicalType.Int());
            case "double precision" -> Optional.of(new LogicalType.Floating());
            case "timestamp with time zone" -> Optional.of(new LogicalType.Timestamp());
            case "time without time zone" -> Optional.of(new LogicalType.Time());
            default ->
                LogicalType.parse(name.replace("character varying", "varchar").replace("numeric", "decimal"));
        };
    }
}
