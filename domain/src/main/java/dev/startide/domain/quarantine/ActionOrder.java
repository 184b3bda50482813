package dev.startide.domain.quarantine;

/// What an operator wants done with events of the quarantine.
///
/// @param by who wants it
/// @param why in their words; may be empty unless events are discarded
/// @param about which events were meant, in words
public record ActionOrder(Verb verb, String by, String why, String about) {

    /// Bounds what is kept of each action.
    public static final int MAX_TEXT = 2_000;

    public ActionOrder {
        by = bounded(by);
        why = bounded(why.strip());
        about = bounded(about);
        if (verb instanceof Verb.Discard && why.isEmpty()) {
            throw new IllegalArgumentException("Whoever discards events says why");
        }
    }

    /// What is to be done.
    public sealed interface Verb {

        /// Try them again.
        record Retry() implements Verb {}

        /// Read this in their place, and try again.
        record Edit(Amendment.Corrected correction) implements Verb {}

        /// Count them as ignored.
        record Discard() implements Verb {}
    }

    private static String bounded(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }
}
