package dev.startide.adapter.outbound.postgres.connection;

import static dev.startide.domain.failure.FailureCode.DATABASE_CONFLICT;
import static dev.startide.domain.failure.FailureCode.DATABASE_DAMAGED;
import static dev.startide.domain.failure.FailureCode.DATABASE_EXHAUSTED;
import static dev.startide.domain.failure.FailureCode.DATABASE_TIMEOUT;
import static dev.startide.domain.failure.FailureCode.DATABASE_UNAVAILABLE;
import static dev.startide.domain.failure.FailureCode.DATA_REFUSED;
import static dev.startide.domain.failure.FailureCode.HISTORY_BROKEN;
import static dev.startide.domain.failure.FailureCode.INVARIANT_BROKEN;
import static dev.startide.domain.failure.FailureCode.SETTING_INVALID;

import dev.startide.domain.failure.FailureCode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The table of what each SQLSTATE amounts to, and so of what is done about it.
///
/// A class speaks for its codes, except for those that are listed by themselves. What is in neither
/// list is unknown, and waits: an unknown complaint must never cost an event.
final class SqlStates {

    private static final int CLASS_LENGTH = 2;
    private static final int STATE_LENGTH = 5;

    private static final Map<String, FailureCode> CLASSES = table(
            // a value; a limit of the server, such as the size of an index row
            row(DATA_REFUSED, "22", "54"),
            // serialization failure, deadlock
            row(DATABASE_CONFLICT, "40"),
            row(DATABASE_EXHAUSTED, "53"),
            // no such user, password, database, or role
            row(SETTING_INVALID, "28", "3D", "0L", "0P"),
            // raised by our own alarms
            row(HISTORY_BROKEN, "ST"),
            // our SQL, our transactions, our use of keys and of rights are wrong, and stay so
            row(INVARIANT_BROKEN, "0A", "0B", "21", "23", "24", "25", "26", "2B", "2D", "34", "3B", "3F", "42", "44"),
            // away, shutting down, in the wrong state, failing below
            row(DATABASE_UNAVAILABLE, "08", "55", "57", "58", "XX", "F0"),
            // routines, triggers and foreign tables that are none of ours
            row(DATABASE_UNAVAILABLE, "09", "0F", "0Z", "10", "20", "27", "2F", "38", "39", "HV", "P0"),
            // not complaints at all
            row(DATABASE_UNAVAILABLE, "00", "01", "02", "03"));

    private static final Map<String, FailureCode> CODES = table(
            // null, check; keys and exclusions are filled by us alone, so that breaking one is our mistake
            row(DATA_REFUSED, "23502", "23514"),
            // the bytes of our COPY
            row(INVARIANT_BROKEN, "22P04"),
            // a commit without an answer
            row(DATABASE_UNAVAILABLE, "40003"),
            // used by others, locked by others
            row(DATABASE_CONFLICT, "55006", "55P03"),
            // cancelled, by the limit of a statement or by hand; the limit of a transaction
            row(DATABASE_TIMEOUT, "57014", "25P04"),
            // a standby, before or after a fail-over; a session that slept in a transaction
            row(DATABASE_UNAVAILABLE, "25006", "25P03"),
            row(DATABASE_DAMAGED, "XX001", "XX002"));

    private SqlStates() {}

    /// What an SQLSTATE amounts to; none, or a broken one, is unknown.
    static FailureCode codeOf(@Nullable String state) {
        if (state == null || state.length() != STATE_LENGTH) {
            return DATABASE_UNAVAILABLE;
        }
        FailureCode ofClass = CLASSES.getOrDefault(state.substring(0, CLASS_LENGTH), DATABASE_UNAVAILABLE);
        return CODES.getOrDefault(state, ofClass);
    }

    /// Whether the table has a row for the class of an SQLSTATE.
    static boolean isKnown(String state) {
        return CLASSES.containsKey(state.substring(0, CLASS_LENGTH));
    }

    private record Row(FailureCode code, String... states) {}

    private static Row row(FailureCode code, String... states) {
        return new Row(code, states);
    }

    /// @throws IllegalStateException if a state is listed twice
    private static Map<String, FailureCode> table(Row... rows) {
        Map<String, FailureCode> table = new HashMap<>();
        for (Row row : rows) {
            for (String state : row.states()) {
                if (table.put(state, row.code()) != null) {
                    throw new IllegalStateException("SQLSTATE %s is listed twice".formatted(state));
                }
            }
        }
        return Map.copyOf(table);
    }
}
