package dev.startide.app.report;

import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.schema.Enforcement;

/// The changes of a plan in words.
final class PlanText {

    private PlanText() {}

    /// A change in words.
    static String describe(SchemaChange change) {
        return switch (change) {
            case SchemaChange.AddTable(var table) ->
                "table %s with %d columns"
                        .formatted(table.name(), table.columns().size());
            case SchemaChange.AddColumn(var target, var column) -> "column %s.%s".formatted(target, column.name());
            case SchemaChange.AddIndex(var target, var index) -> "index on %s: %s".formatted(target, index.columns());
            case SchemaChange.AddAlarm(var target, var _) ->
                "alarm on %s: its versions must not overlap, nor leave gaps".formatted(target);
            case SchemaChange.AddForeignKey(var target, var key) ->
                "foreign key %s %s to %s".formatted(target, key.columns(), key.target());
            case SchemaChange.ChangeEnforcement(var target, var key) ->
                "foreign key %s %s to %s: %s"
                        .formatted(target, key.columns(), key.target(), enforcement(key.enforcement()));
            case SchemaChange.CheckForeignKey(var target, var key) ->
                "foreign key %s %s to %s: enforced, but the rows from before are still to be checked; keeps nobody waiting"
                        .formatted(target, key.columns(), key.target());
            case SchemaChange.SetView(var view) -> "view %s".formatted(view.name());
            case SchemaChange.ChangeType(var target, var column, var existing) ->
                "column %s.%s is %s and would have to become %s; rename it in the model, or rebuild"
                        .formatted(
                                target,
                                column.name(),
                                existing.sqlName(),
                                column.type().sqlName());
            case SchemaChange.ChangeKey(var table) ->
                "table %s has another primary key; give the part of the model another name, or rebuild"
                        .formatted(table.name());
            case SchemaChange.AddRequiredColumn(var target, var column) ->
                "column %s.%s is required but the table may have rows; make it optional, or rebuild"
                        .formatted(target, column.name());
            case SchemaChange.AddLateColumn(var target, var column) ->
                "column %s.%s speaks of the time before it is added, which only the raw log knows; rebuild"
                        .formatted(target, column.name());
            case SchemaChange.AddLateTable(var table) ->
                "table %s belongs to rows that are there already, which would have none in it; rebuild"
                        .formatted(table.name());
            case SchemaChange.Obstacle(var target, var what) -> "%s: %s".formatted(target, what);
        };
    }

    private static String enforcement(Enforcement enforcement) {
        return switch (enforcement) {
            case ENFORCED ->
                "enforced from now on; holds both tables for a moment, then checks the rows without keeping anybody"
                        + " waiting";
            case DECLARED -> "shown to readers, but not enforced any more; holds both tables for a moment";
        };
    }
}
