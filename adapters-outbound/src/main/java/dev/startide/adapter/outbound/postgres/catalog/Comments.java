package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.schema.WarehouseSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/// What tables, views and columns mean, said where BI tools and readers find it. Only what differs
/// is written, so that applying a model again touches nothing.
final class Comments {

    private static final String EXISTING = """
            select coalesce(obj_description(to_regclass(?), 'pg_class'), ''),
                coalesce(
                    (
                        select col_description(attribute.attrelid, attribute.attnum)
                        from pg_catalog.pg_attribute as attribute
                        where attribute.attrelid = to_regclass(?)
                          and attribute.attname = ?
                    ),
                    '')
            """;

    private final Connection connection;

    private Comments(Connection connection) {
        this.connection = connection;
    }

    static void write(Connection connection, WarehouseSchema schema) throws SQLException {
        Comments comments = new Comments(connection);
        for (var table : schema.tables()) {
            Map<ColumnName, String> columns = new LinkedHashMap<>();
            table.columns().forEach(column -> columns.put(column.name(), column.comment()));
            comments.write("table", table.name(), table.comment(), columns);
        }
        for (View view : schema.views()) {
            Map<ColumnName, String> columns = new LinkedHashMap<>();
            view.outputs().forEach(output -> columns.put(output.name(), output.comment()));
            comments.write("view", view.name(), view.comment(), columns);
        }
    }

    static QueryPart onColumn(TableName table, ColumnName column, String comment) {
        return on("column", Names.of(table).append(Names.of(column)), comment);
    }

    private static QueryPart on(String kind, Name target, String comment) {
        return DSL.sql("comment on {0} {1} is {2}", DSL.keyword(kind), target, DSL.inline(comment));
    }

    private void write(String kind, TableName name, String comment, Map<ColumnName, String> columns)
            throws SQLException {
        if (!existing(name, "", 1).equals(comment)) {
            set(on(kind, Names.of(name), comment));
        }
        for (Map.Entry<ColumnName, String> column : columns.entrySet()) {
            if (!existing(name, column.getKey().value(), 2).equals(column.getValue())) {
                set(onColumn(name, column.getKey(), column.getValue()));
            }
        }
    }

    private String existing(TableName table, String column, int index) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXISTING)) {
            statement.setString(1, table.toString());
            statement.setString(2, table.toString());
            statement.setString(3, column);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Objects.requireNonNullElse(row.getString(index), "") : "";
            }
        }
    }

    private void set(QueryPart comment) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(Names.RENDERER.renderInlined(comment));
        }
    }
}
