package dev.startide.domain.port.outbound;

import dev.startide.domain.quality.ModelStanding;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.plan.SchemaPlan;
import dev.startide.warehouse.schema.WarehouseSchema;

/// The schema that a database has, and the model that it was made from.
public interface WarehouseCatalog {

    /// The tables and views that exist in the schemas of the warehouse, without the platform's own.
    WarehouseSchema existing();

    /// The name of the warehouse that the database holds; empty text if it holds none yet.
    String warehouseName();

    /// What a model is to the warehouse, as far as it has an effect on rows.
    ModelStanding standing(WarehouseModel model);

    /// Makes the changes of a plan in one transaction, fills what must be there from the start
    /// (special members, the days of calendars), gives the readers' role its rights, and records
    /// the model. Idempotent: what is there is passed over, so that applying a plan again changes
    /// nothing. If the model makes other rows than the one before, processes that began with that
    /// one get the loader's lease no more.
    ///
    /// @throws dev.startide.domain.failure.StartideException `MODEL_CONFLICT` if the plan holds an
    ///     incompatible change
    void apply(WarehouseModel model, SchemaPlan plan);
}
