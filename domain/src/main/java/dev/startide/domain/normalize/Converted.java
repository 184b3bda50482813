package dev.startide.domain.normalize;

import dev.startide.domain.quality.Rejection.Reason;

/// What came of a conversion.
public sealed interface Converted {

    /// The value in the Java class of its logical type.
    record Value(Object value) implements Converted {}

    /// Why there is none.
    ///
    /// @param message what was expected and what was found, never the value
    record Problem(Reason reason, String message) implements Converted {}

    /// The kind of thing found is never of that type.
    ///
    /// @param expected the type as a model file writes it
    /// @param found what was found instead
    static Problem mismatch(String expected, String found) {
        return new Problem(Reason.TYPE_MISMATCH, "expected %s, found %s".formatted(expected, found));
    }

    /// The value is of the type's kind and outside its bounds.
    static Problem outOfRange(String expected, String found) {
        return new Problem(Reason.VALUE_OUT_OF_RANGE, "expected %s, found %s".formatted(expected, found));
    }
}
