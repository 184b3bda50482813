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

    /// Something was in its way, and it tries again.
    ///
    /// @param since when a step last ended well
    /// @param reason one sentence that names what to check
    record Retrying(Instant since, String reason) implements Phase {}

    /// It waits for its surroundings.
    ///
    /// @param since when it last tried
    /// @param reason one sentence that names what to check
    record Paused(Instant since, String reason) implements Phase {}

    /// It must not go on.
    ///
    /// @param reason one sentence that names what to check
    record Halted(Instant since, String reason) implements Phase {}

    /// It was told to stop.
    record Stopped(Instant since) implements Phase {}
}
