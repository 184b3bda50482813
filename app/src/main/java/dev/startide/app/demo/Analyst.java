package dev.startide.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Someone with a BI tool: a role of the database that may log in and read, and nothing else.
record Analyst(String jdbcUrl, String password) {

    static final String ROLE = "analyst";

    /// The role that holds the rights to read, as the warehouse has made it.
    private static final String READERS = "startide_reader";

    /// Lets the analyst log in, with this password.
    static Analyst welcome(DevServers servers, String password) throws SQLException {
        try (Connection owner = DriverManager.getConnection(servers.jdbcUrl(), servers.user(), servers.password());
                Statement statement = owner.createStatement()) {
            if (!exists(owner)) {
                statement.execute("CREATE ROLE " + ROLE + " LOGIN IN ROLE " + READERS);
            }
            statement.execute(withPassword(owner, password));
        }
        return new Analyst(servers.jdbcUrl(), password);
    }

    /// What a question gives: the names of its columns, then its rows, as text.
    List<List<String>> ask(String question) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl, ROLE, password);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(question)) {
            int columns = result.getMetaData().getColumnCount();
            List<String> head = new ArrayList<>();
            for (int column = 1; column <= columns; column++) {
                head.add(result.getMetaData().getColumnLabel(column));
            }
            rows.add(head);
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(Objects.requireNonNullElse(result.getString(column), ""));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /// The question that the demo asks.
    static String revenueQuestion() throws IOException {
        try (InputStream file = Objects.requireNonNull(Analyst.class.getResourceAsStream("revenue.sql"))) {
            return new String(file.readAllBytes(), UTF_8).strip();
        }
    }

    private static boolean exists(Connection owner) throws SQLException {
        try (PreparedStatement roles = owner.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            roles.setString(1, ROLE);
            return roles.executeQuery().next();
        }
    }

    /// The server itself puts the password into the statement, which takes no parameters.
    private static String withPassword(Connection owner, String password) throws SQLException {
        try (PreparedStatement format = owner.prepareStatement("SELECT format('ALTER ROLE %I PASSWORD %L', ?, ?)")) {
            format.setString(1, ROLE);
            format.setString(2, password);
            try (ResultSet statement = format.executeQuery()) {
                statement.next();
                return statement.getString(1);
            }
        }
    }
}
