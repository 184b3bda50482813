package dev.startide.dev.proxy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What a client has said in its transaction. Used by one thread.
final class Statements {

    private static final String COMMIT = "commit";

    private final Map<String, String> prepared = new HashMap<>();
    private final StringBuilder said = new StringBuilder();
    private boolean isInTransaction;

    /// Listens to a message of the client.
    ///
    /// @return whether it is the one by which the server will commit
    boolean commits(Frame frame) {
        return switch (frame.type()) {
            case 'Q' -> says(frame.text(0));
            case 'P' -> {
                prepared.put(frame.text(0), frame.text(1));
                yield false;
            }
            case 'B' -> says(prepared.getOrDefault(frame.text(1), ""));
            default -> false;
        };
    }

    /// What was said in the transaction that is open, in lower case.
    String said() {
        return said.toString();
    }

    void forget() {
        isInTransaction = false;
        said.setLength(0);
    }

    private boolean says(String sql) {
        String lower = sql.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith("rollback") || lower.startsWith("begin")) {
            forget();
            isInTransaction = lower.startsWith("begin");
        } else if (isInTransaction) {
            said.append(lower).append('\n');
        }
        return lower.equals(COMMIT);
    }
}
