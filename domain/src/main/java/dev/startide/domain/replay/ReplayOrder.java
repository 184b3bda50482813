package dev.startide.domain.replay;

import dev.startide.warehouse.mapping.EventName;
import java.time.Instant;
import java.util.Set;

/// Which part of the raw log is read again.
///
/// @param since events that arrived then or later
/// @param until events that arrived before
/// @param events kinds of events of the model; none for all, and then also those that are of no
///     kind or cannot be read
public record ReplayOrder(Instant since, Instant until, Set<EventName> events) {

    public ReplayOrder {
        events = Set.copyOf(events);
    }
}
