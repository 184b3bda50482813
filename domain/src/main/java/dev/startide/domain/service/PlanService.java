package dev.startide.domain.service;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.PlanSchema;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.plan.SchemaDiff;
import dev.startide.warehouse.plan.SchemaPlan;

/// Compares what the model wants with what the database has.
public final class PlanService implements PlanSchema {

    private final WarehouseLayout layout;
    private final WarehouseCatalog catalog;

    public PlanService(WarehouseLayout layout, WarehouseCatalog catalog) {
        this.layout = layout;
        this.catalog = catalog;
    }

    @Override
    public SchemaPlan plan() {
        requireOwnWarehouse(layout, catalog);
        return SchemaDiff.between(catalog.existing(), layout.schema());
    }

    /// Refuses a database that holds another warehouse than the model's.
    static void requireOwnWarehouse(WarehouseLayout layout, WarehouseCatalog catalog) {
        String held = catalog.warehouseName();
        String wanted = layout.model().name();
        if (!held.isEmpty() && !held.equals(wanted)) {
            throw StartideException.because(
                    FailureCode.MODEL_CONFLICT,
                    "The database holds the warehouse '%s', but the model is '%s'. Use the database of '%s', or an empty one"
                            .formatted(held, wanted, wanted));
        }
    }
}
