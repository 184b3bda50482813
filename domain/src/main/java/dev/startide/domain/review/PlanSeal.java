package dev.startide.domain.review;

import dev.startide.domain.event.EventDigest;
import dev.startide.warehouse.plan.SchemaPlan;
import dev.startide.warehouse.schema.WarehouseSchema;
import java.nio.charset.StandardCharsets;

/// What tells whether a plan is still the one that somebody has looked at.
///
/// @param warehouse what the warehouse is called
/// @param database stands for the schema that the database had
/// @param changes stands for the changes
public record PlanSeal(String warehouse, String database, String changes) {

    /// The seal of a plan for a schema that exists.
    public static PlanSeal of(String warehouse, WarehouseSchema existing, SchemaPlan plan) {
        return new PlanSeal(warehouse, digest("schema", existing), digest("changes", plan));
    }

    private static String digest(String what, Object value) {
        return EventDigest.of(what, value.toString().getBytes(StandardCharsets.UTF_8))
                .toUuid()
                .toString();
    }
}
