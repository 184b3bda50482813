package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Foreign keys that were made in a moment in which nobody could be kept waiting for their check.
/// Checking them keeps neither readers nor the loader from their work.
public final class UncheckedKeys {

    private static final String UNCHECKED = SqlFile.beside(UncheckedKeys.class, "unchecked_keys.sql");

    private UncheckedKeys() {}

    /// Checks them.
    ///
    /// @return how many there were
    public static int check(Connection connection) throws SQLException {
        List<String> checks = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(UNCHECKED)) {
                while (row.next()) {
                    checks.add(row.getString(1));
                }
            }
            for (String check : checks) {
                statement.execute(check);
            }
        }
        return checks.size();
    }
}
