package dev.startide.app.service;

import java.time.Instant;

/// What the service is doing with the warehouse.
public sealed interface Phase {

    /// When it last came this far.
    Instant since();

    /// It has not made the schema what the model wants yet.
    record Preparing(Instant since) implements Phase {}

    /// It loads what is logged.
    record Loading(Instant since) implements Phase {}

    /// Another process loads this warehouse; this one would take over.
    record StandingBy(Instant since) implements Phase {}

    /// It cannot go on for the time being and tries again.
    ///
    /// @param reason one sentence that names what to check
    record Retrying(Instant since, String reason) implements Phase {}

    /// It must not go on.
    ///
    /// @param reason one sentence that names what to check
    record Halted(Instant since, String reason) implements Phase {}

    /// It was told to stop.
    record Stopped(Instant since) implements Phase {}
}
