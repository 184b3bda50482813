package dev.startide.domain.port.inbound;

import dev.startide.warehouse.plan.SchemaPlan;

/// Compares the schema that the model wants with the one that the database has.
public interface PlanSchema {

    /// Changes nothing.
    ///
    /// @throws dev.startide.domain.failure.StartideException `MODEL_CONFLICT` if the database holds
    ///     another warehouse
    SchemaPlan plan();
}
