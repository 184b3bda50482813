package dev.startide.domain.trial;

import dev.startide.warehouse.expectation.ModelTest.Refusal;
import org.jspecify.annotations.Nullable;

/// What became of an event of a test.
public sealed interface EventFate {

    /// What it says is in the warehouse.
    record Loaded() implements EventFate {}

    /// It was quarantined.
    record Quarantined(String reason, String message) implements EventFate {}

    /// A rule has set it aside.
    record Ignored(String rule) implements EventFate {}

    /// Whether it is what the test expects.
    ///
    /// @param expected null if the event is to be loaded
    default boolean agrees(@Nullable Refusal expected) {
        return switch (this) {
            case Loaded() -> expected == null;
            case Quarantined(var reason, var _) ->
                expected instanceof Refusal.Quarantined(var wanted) && isOne(wanted, reason);
            case Ignored(var rule) -> expected instanceof Refusal.Ignored(var wanted) && isOne(wanted, rule);
        };
    }

    private static boolean isOne(String wanted, String actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }

    /// As a reader is shown it.
    default String words() {
        return switch (this) {
            case Loaded() -> "loaded";
            case Quarantined(var reason, var message) -> "quarantined: %s, %s".formatted(reason, message);
            case Ignored(var rule) -> "ignored: " + rule;
        };
    }

    /// What was expected, as a reader is shown it.
    static String words(@Nullable Refusal expected) {
        return switch (expected) {
            case null -> "loaded";
            case Refusal.Quarantined(var reason) -> reason.isEmpty() ? "quarantined" : "quarantined: " + reason;
            case Refusal.Ignored(var rule) -> rule.isEmpty() ? "ignored" : "ignored: " + rule;
        };
    }
}
