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
///
/// What the server says about data may quote it, so of such a complaint only the names of table,
/// column and constraint are passed on.
final class PostgresFailures {

    private static final int CLASS_LENGTH = 2;

    private final ServerAddress server;

    PostgresFailures(ServerAddress server) {
        this.server = server;
    }

    /// The failure that a complaint amounts to.
    ///
    /// @param action what was being done, to follow "Cannot"
    StartideException whileTrying(String action, SQLException complaint) {
        SQLException cause = withState(complaint);
        FailureCode code = codeOf(cause.getSQLState());
        return StartideException.because(code, "Cannot %s: %s".formatted(action, explain(code, cause)), complaint);
    }

    /// What is done about an SQLSTATE.
    static FailureCode codeOf(@Nullable String sqlState) {
        if (sqlState == null || sqlState.length() < CLASS_LENGTH) {
            return FailureCode.DATABASE_UNAVAILABLE;
        }
        return switch (sqlState.substring(0, CLASS_LENGTH)) {
            // bad value; a limit of the server, such as the size of an index row
            case "22", "54" -> FailureCode.DATA_REFUSED;
            case "23" -> constraint(sqlState);
            case "25" -> transaction(sqlState);
            // serialization failure, deadlock
            case "40" -> FailureCode.DATABASE_CONFLICT;
            // no such user or password; no such database
            case "28", "3D" -> FailureCode.SETTING_INVALID;
            // our SQL, our use of the protocol or our rights are wrong, and stay so
            case "0A", "21", "24", "26", "2B", "34", "3F", "42", "44" -> FailureCode.INVARIANT_BROKEN;
            // connection lost (08), out of resources (53), shutting down (57), locked (55), unknown
            default -> FailureCode.DATABASE_UNAVAILABLE;
        };
    }

    private static FailureCode transaction(String sqlState) {
        return switch (sqlState) {
            // read-only after a fail-over; a transaction that the server ended because it took too long
            case "25006", "25P03", "25P04" -> FailureCode.DATABASE_UNAVAILABLE;
            // our use of transactions is wrong
            default -> FailureCode.INVARIANT_BROKEN;
        };
    }

    private static FailureCode constraint(String sqlState) {
        return switch (sqlState) {
            // null, no such row, check
            case "23502", "23503", "23514" -> FailureCode.DATA_REFUSED;
            // the loader knows which keys exist, so a doubled one is its mistake
            default -> FailureCode.INVARIANT_BROKEN;
        };
    }

    private String explain(FailureCode code, SQLException complaint) {
        return switch (code) {
            case DATA_REFUSED -> "PostgreSQL refused a value (%s)%s".formatted(state(complaint), where(complaint));
            case DATABASE_CONFLICT -> "another transaction was in the way (%s)".formatted(state(complaint));
            case DATABASE_UNAVAILABLE -> unavailable(complaint);
            case SETTING_INVALID ->
                "PostgreSQL at %s: %s (%s). Check startide.database.url, user and password"
                        .formatted(server, complaint.getMessage(), state(complaint));
            default -> "%s (%s)%s".formatted(complaint.getMessage(), state(complaint), where(complaint));
        };
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
