package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.plan.SchemaChange;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the rows that exist may have against a constraint that is to be added.
final class StandingRows {

    private static final String DOUBLED = "23505";

    private StandingRows() {}

    /// Refuses an alarm that rows would set off.
    ///
    /// @throws StartideException `HISTORY_BROKEN` if versions contradict each other
    static void require(Connection connection, SchemaChange.AddAlarm change) throws SQLException {
        String question = AlarmSql.contradictions(change.target(), change.alarm());
        try (Statement statement = connection.createStatement();
                ResultSet wrong = statement.executeQuery(question)) {
            if (wrong.next()) {
                throw broken(
                        change,
                        "%s %d from %s on: %s"
                                .formatted(
                                        change.alarm().member(),
                                        wrong.getLong(1),
                                        wrong.getString(2),
                                        wrong.getString(3)),
                        null);
            }
        }
    }

    /// The failure that a complaint about rows amounts to; empty if it is about something else.
    static Optional<StartideException> refusal(SchemaChange change, SQLException complaint) {
        String state = String.valueOf(complaint.getSQLState());
        if (state.equals(DOUBLED)
                && change instanceof SchemaChange.AddIndex(var _, var index)
                && index.columns().contains(MemberLayout.VALID_FROM)) {
            return Optional.of(broken(change, "two versions of one member begin at the same instant", complaint));
        }
        return Optional.empty();
    }

    private static StartideException broken(SchemaChange change, String what, @Nullable SQLException complaint) {
        String message =
                "%s has versions that contradict each other (%s). 'startide verify' names them; rebuild the table, or go on with the former release until then"
                        .formatted(change.target(), what);
        return complaint == null
                ? StartideException.because(FailureCode.HISTORY_BROKEN, message)
                : StartideException.because(FailureCode.HISTORY_BROKEN, message, complaint);
    }
}
