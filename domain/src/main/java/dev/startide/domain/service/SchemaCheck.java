package dev.startide.domain.service;

import dev.startide.domain.port.inbound.PlanSchema;
import dev.startide.domain.quality.Check;
import dev.startide.domain.quality.CheckOutcome;
import dev.startide.domain.quality.Finding;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.plan.SchemaPlan;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// The database has the tables, keys, indexes and views that the model wants.
final class SchemaCheck {

    static final Check CHECK = new Check(
            "schema",
            Check.Area.SCHEMA,
            "The database has the tables, keys, indexes and views that the model wants.",
            "'startide plan' shows what differs, 'startide apply' makes it so; what was dropped by hand comes back.");

    private final PlanSchema plan;

    SchemaCheck(PlanSchema plan) {
        this.plan = plan;
    }

    SchemaPlan pending() {
        return plan.plan();
    }

    /// Whether rows cannot be checked at all.
    static boolean lacksColumns(SchemaPlan pending) {
        return pending.changes().stream().anyMatch(change -> switch (change) {
            case SchemaChange.AddTable _,
                    SchemaChange.AddColumn _,
                    SchemaChange.AddRequiredColumn _,
                    SchemaChange.AddLateColumn _,
                    SchemaChange.AddLateTable _ -> true;
            case SchemaChange.AddIndex _,
                    SchemaChange.AddAlarm _,
                    SchemaChange.AddForeignKey _,
                    SchemaChange.ChangeEnforcement _,
                    SchemaChange.CheckForeignKey _,
                    SchemaChange.SetView _,
                    SchemaChange.ChangeType _,
                    SchemaChange.ChangeKey _,
                    SchemaChange.Obstacle _ -> false;
        });
    }

    static CheckOutcome outcome(SchemaPlan pending, int shown) {
        List<Finding> findings = pending.changes().stream()
                .limit(shown)
                .map(change -> new Finding(change.target().toString(), "", "differs from the model: " + kindOf(change)))
                .toList();
        return new CheckOutcome(CHECK, 1, pending.changes().size(), findings, Duration.ZERO);
    }

    /// `AddForeignKey` as `add foreign key`.
    private static String kindOf(SchemaChange change) {
        return change.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
