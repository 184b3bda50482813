package dev.startide.domain.port.inbound;

import dev.startide.domain.review.ModelComparison;
import dev.startide.domain.review.PlanSeal;
import dev.startide.domain.review.SchemaReview;
import dev.startide.warehouse.plan.SchemaPlan;
import java.util.Optional;

/// Shows what changes of a schema mean before they are made, and makes those that were looked at.
public interface ReviewSchema {

    /// What the model wants of the database, and what that means. Changes nothing.
    ///
    /// @throws dev.startide.domain.failure.StartideException `MODEL_CONFLICT` if the database holds
    ///     another warehouse
    SchemaReview review();

    /// Makes the changes of a plan that somebody has looked at, and no others.
    ///
    /// @throws dev.startide.domain.failure.StartideException `MODEL_CONFLICT` if the database or the
    ///     model is not what it was then, or if the plan holds changes that adding cannot make
    SchemaPlan apply(PlanSeal seal);

    /// How the model differs from one that was applied; empty if there is none of that number.
    Optional<ModelComparison> against(int version);
}
