package dev.startide.dev;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// One table with one row, to see whether data survive.
final class Rows {

    private Rows() {}

    static void write(DataSource source, String text) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (text text NOT NULL)");
            statement.execute("INSERT INTO kept VALUES (" + statement.enquoteLiteral(text) + ")");
        }
    }

    static String read(DataSource source) throws SQLException {
        return ask(source, "SELECT text FROM kept");
    }

    static String ask(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
