package dev.startide.adapter.outbound.postgres.connection;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Says PostgreSQL's complaints in the platform's words, by SQLSTATE: the only place that does.
/// [SqlStates] is the table.
///
/// What the server says about data may quote it, so of such a complaint only the names of table,
/// column and constraint are passed on.
final class PostgresFailures {

    /// The class of broken constraints.
    private static final String INTEGRITY = "23";

    private final ServerAddress server;

    PostgresFailures(ServerAddress server) {
        this.server = server;
    }

    /// The failure that a complaint amounts to.
    ///
    /// @param action what was being done, to follow "Cannot"
    StartideException whileTrying(String action, SQLException complaint) {
        SQLException cause = withState(complaint);
        FailureCode code = SqlStates.codeOf(cause.getSQLState());
        return StartideException.because(code, "Cannot %s: %s".formatted(action, explain(code, cause)), complaint);
    }

    private String explain(FailureCode code, SQLException complaint) {
        return switch (code) {
            case DATA_REFUSED -> "PostgreSQL refused a value (%s)%s".formatted(state(complaint), where(complaint));
            case DATABASE_CONFLICT -> "another transaction was in the way (%s)".formatted(state(complaint));
            case DATABASE_UNAVAILABLE -> unavailable(complaint);
            case DATABASE_EXHAUSTED ->
                "PostgreSQL at %s is out of resources: %s (%s). Give it disk space, memory or connections; nothing is lost meanwhile"
                        .formatted(server, complaint.getMessage(), state(complaint));
            case DATABASE_TIMEOUT ->
                "PostgreSQL at %s cancelled a statement (%s), as a rule because it ran longer than startide.database.statement-timeout"
                        .formatted(server, state(complaint));
            case SETTING_INVALID ->
                "PostgreSQL at %s: %s (%s). Check startide.database.url, user and password"
                        .formatted(server, complaint.getMessage(), state(complaint));
            case HISTORY_BROKEN ->
                "%s (%s)%s. Nothing of it was written; keep the log, and report it"
                        .formatted(complaint.getMessage(), state(complaint), where(complaint));
            case INVARIANT_BROKEN -> broken(complaint);
            default -> "%s (%s)%s".formatted(complaint.getMessage(), state(complaint), where(complaint));
        };
    }

    /// No event can break a constraint of keys: who did was we, or somebody who changed rows by hand.
    private static String broken(SQLException complaint) {
        return state(complaint).startsWith(INTEGRITY)
                ? "rows contradict a constraint (%s)%s, by a mistake of ours or by rows that were changed by hand. Nothing of it was written; run 'startide verify', keep the log, and report it"
                        .formatted(state(complaint), where(complaint))
                : "%s (%s)%s".formatted(complaint.getMessage(), state(complaint), where(complaint));
    }

    private String unavailable(SQLException complaint) {
        String reason = "PostgreSQL at %s: %s (%s)".formatted(server, complaint.getMessage(), state(complaint));
        return isConnection(complaint)
                ? reason + ". Check that it runs, that this machine may reach it, and startide.database.url"
                : reason;
    }

    private static boolean isConnection(SQLException complaint) {
        String state = complaint.getSQLState();
        return state == null || state.startsWith("08");
    }

    private static String state(SQLException complaint) {
        return Objects.requireNonNullElse(complaint.getSQLState(), "no SQLSTATE");
    }

    private static String where(SQLException complaint) {
        if (!(complaint instanceof PSQLException answered)) {
            return "";
        }
        ServerErrorMessage message = answered.getServerErrorMessage();
        if (message == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        name(text, "table", message.getTable());
        name(text, "column", message.getColumn());
        name(text, "constraint", message.getConstraint());
        return text.toString();
    }

    private static void name(StringBuilder text, String what, @Nullable String name) {
        if (name != null) {
            text.append(", ").append(what).append(' ').append(name);
        }
    }

    /// A pool wraps what happened when it tried to connect, and may repeat its state.
    private static SQLException withState(SQLException complaint) {
        SQLException found = complaint;
        while (isOfThePool(found) && found.getCause() instanceof SQLException cause) {
            found = cause;
        }
        return found;
    }

    private static boolean isOfThePool(SQLException complaint) {
        return complaint.getSQLState() == null || complaint instanceof SQLTransientConnectionException;
    }
}
