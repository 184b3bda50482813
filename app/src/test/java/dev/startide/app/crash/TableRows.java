package dev.startide.app.crash;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.RowReader;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All rows of the tables of a warehouse.
record TableRows(Connection connection) {

    List<@Nullable Object[]> of(Table table) {
        List<Column> columns = table.writtenColumns();
        String names = columns.stream()
                .map(column -> Names.of(column.name()).toString())
                .collect(Collectors.joining(", "));
        RowReader reader = new RowReader(columns);
        List<@Nullable Object[]> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select %s from %s".formatted(names, Names.of(table.name())))) {
            while (rows.next()) {
                all.add(reader.read(rows, 1));
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
