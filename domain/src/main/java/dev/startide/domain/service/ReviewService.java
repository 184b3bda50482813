package dev.startide.domain.service;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.ApplySchema;
import dev.startide.domain.port.inbound.ReviewSchema;
import dev.startide.domain.port.outbound.ModelVersions;
import dev.startide.domain.port.outbound.Progress;
import dev.startide.domain.port.outbound.SchemaStatements;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.quality.LaneProgress;
import dev.startide.domain.review.ModelComparison;
import dev.startide.domain.review.PlanSeal;
import dev.startide.domain.review.SchemaReview;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.plan.PlanReview;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.plan.SchemaPlan;
import dev.startide.warehouse.schema.WarehouseSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at plans, and applies the ones that were looked at.
public final class ReviewService implements ReviewSchema {

    private final WarehouseLayout layout;
    private final WarehouseCatalog catalog;
    private final ApplySchema applySchema;
    private final SchemaStatements statements;
    private final ModelVersions versions;
    private final Progress progress;

    public ReviewService(
            WarehouseLayout layout,
            WarehouseCatalog catalog,
            ApplySchema applySchema,
            SchemaStatements statements,
            ModelVersions versions,
            Progress progress) {
        this.layout = layout;
        this.catalog = catalog;
        this.applySchema = applySchema;
        this.statements = statements;
        this.versions = versions;
        this.progress = progress;
    }

    @Override
    public SchemaReview review() {
        PlanService.requireOwnWarehouse(layout, catalog);
        WarehouseSchema existing = catalog.existing();
        PlanReview plan = PlanReview.between(existing, layout.schema());
        Map<SchemaChange, List<String>> sql = new LinkedHashMap<>();
        plan.plan().changes().forEach(change -> sql.put(change, statements.of(change)));
        return new SchemaReview(
                plan,
                sql,
                plan.toFill().isEmpty() ? 0 : loggedEvents(),
                PlanSeal.of(layout.model().name(), existing, plan.plan()),
                catalog.standing(layout.model()));
    }

    /// A database without a warehouse has no log to ask for.
    private long loggedEvents() {
        return catalog.warehouseName().isEmpty()
                ? 0
                : progress.lanes().stream().mapToLong(LaneProgress::received).sum();
    }

    @Override
    public SchemaPlan apply(PlanSeal seal) {
        PlanSeal now = review().seal();
        if (!now.warehouse().equals(seal.warehouse())) {
            throw changed(
                    "is of the warehouse '%s', but the model is of '%s'".formatted(seal.warehouse(), now.warehouse()));
        }
        if (!now.database().equals(seal.database())) {
            throw changed("was made for another state of the database, which has changed since");
        }
        if (!now.changes().equals(seal.changes())) {
            throw changed("was made for another state of the model, which has changed since");
        }
        return applySchema.apply(ApplySchema.Replaced.ACCEPTED);
    }

    private static StartideException changed(String what) {
        return StartideException.because(
                FailureCode.MODEL_CONFLICT, "The plan %s. Plan again and look at it".formatted(what));
    }

    @Override
    public Optional<ModelComparison> against(int version) {
        return versions.find(version).map(former -> ModelComparison.of(former, versions.describe(layout.model())));
    }
}
