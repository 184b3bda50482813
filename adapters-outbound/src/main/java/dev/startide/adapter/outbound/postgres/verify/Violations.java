package dev.startide.adapter.outbound.postgres.verify;

import dev.startide.domain.quality.CheckOutcome;
import dev.startide.domain.quality.Finding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Asks a probe and reads the first of its findings, with how many there are.
///
/// @param found counted no further than [CheckOutcome#MAX_COUNTED] and one
record Violations(long found, List<Finding> findings) {

    /// The count, then the problem; the key follows.
    private static final int PROBLEM_AT = 2;

    static Violations of(Connection connection, Probe probe, int shown) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(bounded(probe))) {
            statement.setInt(1, shown);
            try (ResultSet rows = statement.executeQuery()) {
                long found = 0;
                List<Finding> findings = new ArrayList<>();
                while (rows.next()) {
                    found = rows.getLong(1);
                    findings.add(new Finding(probe.table().toString(), key(rows), rows.getString(PROBLEM_AT)));
                }
                return new Violations(found, findings);
            }
        }
    }

    /// Sorting only what is counted makes the same findings come first on every run, unless there
    /// are more than are counted.
    private static String bounded(Probe probe) {
        return """
                select count(*) over () as found, violation.*
                from (select * from (
                %s
                ) as every_violation limit %d) as violation
                order by violation limit ?""".formatted(probe.sql(), CheckOutcome.MAX_COUNTED + 1);
    }

    private static String key(ResultSet row) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int column = PROBLEM_AT + 1; column <= row.getMetaData().getColumnCount(); column++) {
            String value = row.getString(column);
            if (value != null) {
                parts.add("%s=%s".formatted(row.getMetaData().getColumnLabel(column), value));
            }
        }
        return String.join(", ", parts);
    }
}
