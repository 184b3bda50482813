package dev.startide.app.e2e;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All rows of all tables and views of a warehouse, without surrogate keys and places in the raw
/// log, in which two loads of the same events may differ. Whom facts point at is seen in the marts.
final class WarehouseDump {

    private static final String COLUMNS = """
            select table_schema || '.' || table_name,
              string_agg(quote_ident(column_name), ', ' order by column_name)
            from information_schema.columns
            where table_schema in ('norm', 'star', 'mart')
              and column_name not like '%\\_key' and column_name not in ('_lane', '_position')
            group by 1
            """;

    private WarehouseDump() {}

    static Map<String, List<String>> of(FileWarehouse warehouse) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = warehouse.connect();
                Statement statement = connection.createStatement()) {
            Map<String, String> columns = new TreeMap<>();
            try (ResultSet table = statement.executeQuery(COLUMNS)) {
                while (table.next()) {
                    columns.put(table.getString(1), table.getString(2));
                }
            }
            for (Map.Entry<String, String> table : columns.entrySet()) {
                String shown = table.getKey() + " (" + table.getValue() + ")";
                rows.put(
                        shown,
                        texts(
                                statement,
                                "select row(%s)::text from %s order by 1".formatted(table.getValue(), table.getKey())));
            }
        }
        return rows;
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
