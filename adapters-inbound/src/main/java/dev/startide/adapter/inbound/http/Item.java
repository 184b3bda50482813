package dev.startide.adapter.inbound.http;

import dev.startide.domain.event.IncomingEvent;

/// One event of a request, as far as reading it went.
sealed interface Item {

    /// To be logged.
    record Usable(IncomingEvent event) implements Item {}

    /// Refused.
    ///
    /// @param mistake what kind of mistake it is
    /// @param reason continues a sentence that begins with "event"
    record Refused(Mistake mistake, String reason) implements Item {}
}
