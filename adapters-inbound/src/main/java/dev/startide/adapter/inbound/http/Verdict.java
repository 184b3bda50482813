package dev.startide.adapter.inbound.http;

import dev.startide.domain.event.IngestReceipt.Outcome;
import org.jspecify.annotations.Nullable;

/// What becomes of one event of a request.
///
/// @param reason why, in a sentence that follows the word "event"; null where the status says all
record Verdict(Status status, @Nullable String reason) {

    enum Status {
        ACCEPTED,
        DUPLICATE,
        CONFLICT,
        REJECTED
    }

    static Verdict of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> new Verdict(Status.ACCEPTED, null);
            case Outcome.Duplicate _ -> new Verdict(Status.DUPLICATE, null);
            case Outcome.Conflicting _ ->
                new Verdict(Status.CONFLICT, "is kept, but not loaded: its id belongs to an event of other content");
        };
    }

    static Verdict rejected(String reason) {
        return new Verdict(Status.REJECTED, reason);
    }
}
