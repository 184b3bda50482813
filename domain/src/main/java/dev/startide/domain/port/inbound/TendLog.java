package dev.startide.domain.port.inbound;

import dev.startide.domain.retention.TendingStep;

/// Keeps the raw log in shape: begins a new volume in time, and lets the oldest go when its time is
/// over and nothing needs it; forgets ids whose window is over.
public interface TendLog {

    /// Does what is due, one volume of each kind at most. **Idempotent**, and safe in any number of
    /// processes.
    TendingStep tend();
}
