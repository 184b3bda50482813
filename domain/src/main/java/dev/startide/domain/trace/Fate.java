package dev.startide.domain.trace;

import dev.startide.domain.quality.Rejection;
import java.time.Instant;

/// What the load has made of a logged event.
public sealed interface Fate {

    /// The load has not come to it yet.
    record Waiting() implements Fate {}

    /// It was set aside.
    ///
    /// @param at when it was last tried
    /// @param attempts how often
    record Quarantined(Rejection rejection, Instant at, int attempts) implements Fate {}

    /// It was loaded, or ignored by a rule of the model.
    record Passed() implements Fate {}
}
