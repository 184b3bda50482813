package dev.startide.warehouse.schema;

/// The name of a column, and of the event field that feeds it.
public record ColumnName(String value) implements Comparable<ColumnName> {

    public ColumnName {
        Identifier.require("column name", value);
    }

    public static ColumnName column(String value) {
        return new ColumnName(value);
    }

    @Override
    public int compareTo(ColumnName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
