package dev.startide.sample.brokerage.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// One invariant of the warehouse.
///
/// @param name in words, unique
/// @param sql one query; each row that it returns is a breach of the rule
public record AuditRule(String name, String sql) {

    /// More would not be read.
    private static final int SHOWN = 5;

    /// The first breaches, each as the text of its row; empty when the rule holds.
    public List<String> breaches(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(SHOWN);
            try (ResultSet result = statement.executeQuery(sql)) {
                List<String> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        }
    }

    private static String row(ResultSet result) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            cells.add("%s=%s".formatted(result.getMetaData().getColumnLabel(column), result.getString(column)));
        }
        return String.join(", ", cells);
    }
}
