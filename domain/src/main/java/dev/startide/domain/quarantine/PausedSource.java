package dev.startide.domain.quarantine;

import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.warehouse.mapping.SourceName;
import java.time.Instant;

/// A source of which nothing is loaded until somebody looks at it; its events are taken and wait.
///
/// @param message why the latest of its events could not be loaded
public record PausedSource(SourceName source, Reason reason, String message, Instant since) {

    /// Events of a source that are set aside for this reason pause it no more: an operator has seen
    /// it.
    public record LetThrough(SourceName source, Reason reason) {}

    /// What an operator has to know, in one sentence.
    public String sentence() {
        return "Source %s is paused since %s, because too many of its events cannot be loaded (%s)"
                        .formatted(source, since, reason)
                + ". Mend the model and start the service with it, or let them go to the quarantine by"
                + " 'startide quarantine resume %s'".formatted(source);
    }
}
