package dev.startide.warehouse.schema;

import java.util.List;

/// An index over columns of its table, in this order.
public record Index(List<ColumnName> columns, Kind kind) {

    /// Whether two rows may have the same values in the indexed columns.
    public enum Kind {
        UNIQUE,
        PLAIN
    }

    public Index {
        columns = List.copyOf(columns);
    }

    public static Index unique(List<ColumnName> columns) {
        return new Index(columns, Kind.UNIQUE);
    }

    public static Index plain(List<ColumnName> columns) {
        return new Index(columns, Kind.PLAIN);
    }
}
