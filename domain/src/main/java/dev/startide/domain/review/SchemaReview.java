package dev.startide.domain.review;

import dev.startide.domain.quality.ModelStanding;
import dev.startide.warehouse.plan.PlanReview;
import dev.startide.warehouse.plan.SchemaChange;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A plan with all that somebody wants to know who is to agree to it.
///
/// @param sql the statements that make each change; none for changes that adding cannot make
/// @param loggedEvents how many events would be read to fill tables anew
/// @param standing what the model is to those that were applied; no schema shows that it makes other
///     rows
public record SchemaReview(
        PlanReview plan,
        Map<SchemaChange, List<String>> sql,
        long loggedEvents,
        PlanSeal seal,
        ModelStanding standing) {

    /// Events that a rebuild is taken to read in a second. An assumption that tells minutes from
    /// hours; it was not measured, and is no promise.
    private static final long REBUILT_IN_A_SECOND = 5_000;

    public SchemaReview {
        sql = Map.copyOf(sql);
    }

    /// About how long it takes to read all events again.
    public Duration estimate() {
        return Duration.ofSeconds(1 + loggedEvents / REBUILT_IN_A_SECOND);
    }

    /// Whether the model makes other rows of events than the one that was applied last. Rows that are
    /// loaded already stay as they are, whatever the plan says, until the warehouse is rebuilt.
    public boolean makesOtherRows() {
        return switch (standing) {
            case FIRST, LATEST -> false;
            case REPLACED, OTHER -> true;
        };
    }

    /// Whether there are rows that lack something.
    public boolean needsFilling() {
        return loggedEvents > 0 && !plan.toFill().isEmpty();
    }
}
