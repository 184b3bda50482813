package dev.startide.warehouse.schema;

/// A table's or view's name together with its schema.
public record TableName(String schema, String name) implements Comparable<TableName> {

    public TableName {
        Identifier.require("schema name", schema);
        Identifier.require("table name", name);
    }

    @Override
    public int compareTo(TableName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
