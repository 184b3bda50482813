package dev.startide.warehouse.schema;

/// A column of a table.
///
/// @param origin whether its value is written or computed by the database
/// @param comment what it means to a reader of the table; may be empty
public record Column(ColumnName name, LogicalType type, Nullability nullability, Origin origin, String comment) {

    /// Where the values of a column come from.
    public sealed interface Origin {

        /// Rows bring the value along.
        record Written() implements Origin {}

        /// The database computes and stores the value from other columns of the same row.
        ///
        /// @param sql an immutable expression over the table's written columns
        record Computed(String sql) implements Origin {}
    }

    public static Column required(ColumnName name, LogicalType type, String comment) {
        return new Column(name, type, Nullability.REQUIRED, new Origin.Written(), comment);
    }

    public static Column optional(ColumnName name, LogicalType type, String comment) {
        return new Column(name, type, Nullability.OPTIONAL, new Origin.Written(), comment);
    }

    public static Column computed(ColumnName name, LogicalType type, String sql, String comment) {
        return new Column(name, type, Nullability.OPTIONAL, new Origin.Computed(sql), comment);
    }

    /// Whether rows bring its value along.
    public boolean isWritten() {
        return origin instanceof Origin.Written;
    }
}
