package dev.startide.domain.service;

import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.ApplySchema;
import dev.startide.domain.port.inbound.PlanSchema;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.quality.ModelStanding;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.plan.SchemaPlan;
import java.util.List;
import java.util.stream.Collectors;

/// Makes the changes that a plan names, if they only add.
public final class ApplyService implements ApplySchema {

    private final WarehouseModel model;
    private final PlanSchema planSchema;
    private final WarehouseCatalog catalog;

    public ApplyService(WarehouseModel model, PlanSchema planSchema, WarehouseCatalog catalog) {
        this.model = model;
        this.planSchema = planSchema;
        this.catalog = catalog;
    }

    @Override
    public SchemaPlan apply(Replaced replaced) {
        SchemaPlan plan = planSchema.plan();
        if (replaced == Replaced.REFUSED && catalog.standing(model) == ModelStanding.REPLACED) {
            throw StartideException.because(
                    FailureCode.MODEL_CONFLICT,
                    "This model was replaced by a later one, which the warehouse is loaded with. Start with that one,"
                            + " or go back to this one by 'startide apply'");
        }
        List<SchemaChange> incompatible = plan.incompatible();
        if (!incompatible.isEmpty()) {
            throw StartideException.because(
                    FailureCode.MODEL_CONFLICT,
                    "The model cannot be reached by adding alone: %s. Undo these changes, or build the tables anew by 'startide rebuild --all --accept'"
                            .formatted(incompatible.stream()
                                    .map(SchemaChange::toString)
                                    .collect(Collectors.joining("; "))));
        }
        FailPoint.SCHEMA_PLANNED.reached();
        catalog.apply(model, plan);
        FailPoint.SCHEMA_APPLIED.reached();
        return plan;
    }
}
