package dev.startide.domain.port.outbound;

import dev.startide.domain.review.ModelVersion;
import dev.startide.warehouse.WarehouseModel;
import java.util.Optional;

/// The models that were applied to the database. Safe for use by many threads.
public interface ModelVersions {

    /// The model of that number; empty if there is none.
    Optional<ModelVersion> find(int version);

    /// A model as it would be recorded: one line for each of its parts.
    String describe(WarehouseModel model);
}
