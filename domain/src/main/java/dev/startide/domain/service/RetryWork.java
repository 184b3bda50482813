package dev.startide.domain.service;

import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.quality.LoadStep;

/// Events that are to be tried again beside what is new.
@FunctionalInterface
interface RetryWork {

    /// Nobody asks for anything.
    RetryWork NONE = (reader, loader, settings) -> new LoadStep.Idle();

    /// Tries the next of them.
    LoadStep next(EventReader reader, Loader loader, LoadSettings settings);
}
