package dev.startide.domain.port.inbound;

import dev.startide.warehouse.plan.SchemaPlan;

/// Makes the database's schema what the model wants.
public interface ApplySchema {

    /// Plans and applies. Idempotent; only adds, never drops or rewrites.
    ///
    /// @return what was changed
    /// @throws dev.startide.domain.failure.StartideException `MODEL_CONFLICT` if the database holds
    ///     another warehouse, or if the model cannot be reached by adding alone
    SchemaPlan apply();
}
