package dev.startide.domain.port.inbound;

import dev.startide.warehouse.plan.SchemaPlan;

/// Makes the database's schema what the model wants.
public interface ApplySchema {

    /// Plans and applies. Idempotent; only adds, never drops or rewrites.
    ///
    /// @return what was changed
    /// @throws dev.startide.domain.failure.StartideException `MODEL_CONFLICT` if the database holds
    ///     another warehouse, if the model cannot be reached by adding alone, or if it was replaced
    ///     and that is refused
    SchemaPlan apply(Replaced replaced);

    /// What is done with a model that was applied once and has been replaced by a later one.
    enum Replaced {
        /// It is taken for a process that somebody forgot to start again with the later one.
        REFUSED,

        /// Somebody wants it back.
        ACCEPTED
    }
}
