package dev.startide.warehouse.plan;

import dev.startide.warehouse.layout.Bookkeeping;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.plan.ChangeLock.Length;
import dev.startide.warehouse.plan.ChangeLock.Waiting;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.schema.WarehouseSchema;
import java.util.List;

/// A change, and what it means to make it.
public record PlannedChange(SchemaChange change, ChangeClass kind, ChangeLock lock, Filling filling) {

    /// What is lacking after the change.
    public enum Filling {
        /// Nothing.
        NOTHING,

        /// The values of a column, or rows of a table, which are in the raw log only.
        FROM_RAW_LOG
    }

    /// What a change means for a schema.
    static PlannedChange of(SchemaChange change, WarehouseSchema existing) {
        return new PlannedChange(
                change, kindOf(change, existing), lockOf(change, existing), fillingOf(change, existing));
    }

    private static ChangeClass kindOf(SchemaChange change, WarehouseSchema existing) {
        return switch (change) {
            case SchemaChange.AddTable _,
                    SchemaChange.AddColumn _,
                    SchemaChange.AddIndex _,
                    SchemaChange.AddAlarm _,
                    SchemaChange.AddForeignKey _,
                    SchemaChange.ChangeEnforcement _,
                    SchemaChange.CheckForeignKey _ -> ChangeClass.COMPATIBLE;
            case SchemaChange.SetView(var view) ->
                takesAway(view, existing) ? ChangeClass.DESTRUCTIVE : ChangeClass.COMPATIBLE;
            case SchemaChange.ChangeType _,
                    SchemaChange.ChangeKey _,
                    SchemaChange.AddRequiredColumn _,
                    SchemaChange.AddLateColumn _,
                    SchemaChange.AddLateTable _,
                    SchemaChange.Obstacle _ -> ChangeClass.NEEDS_REBUILD;
        };
    }

    private static boolean takesAway(View view, WarehouseSchema existing) {
        List<ColumnName> shown = view.outputs().stream().map(View.Output::name).toList();
        return existing.views().stream()
                .filter(former -> former.name().equals(view.name()))
                .flatMap(former -> former.outputs().stream())
                .anyMatch(output -> !shown.contains(output.name()));
    }

    private static ChangeLock lockOf(SchemaChange change, WarehouseSchema existing) {
        boolean isNew = existing.table(change.target()).isEmpty();
        return switch (change) {
            case SchemaChange.AddTable _ -> ChangeLock.NONE;
            case SchemaChange.AddColumn(var _, Column column) ->
                new ChangeLock(Waiting.EVERYBODY, column.isWritten() ? Length.MOMENT : Length.REWRITING);
            case SchemaChange.AddIndex _ -> isNew ? ChangeLock.NONE : new ChangeLock(Waiting.WRITERS, Length.READING);
            case SchemaChange.AddAlarm _ -> isNew ? ChangeLock.NONE : new ChangeLock(Waiting.WRITERS, Length.READING);
            case SchemaChange.AddForeignKey(var _, var key) ->
                isNew && existing.table(key.target()).isEmpty()
                        ? ChangeLock.NONE
                        : new ChangeLock(Waiting.WRITERS, isNew ? Length.MOMENT : Length.READING);
            case SchemaChange.ChangeEnforcement _ -> new ChangeLock(Waiting.WRITERS, Length.READING);
            case SchemaChange.CheckForeignKey _ -> ChangeLock.NONE;
            case SchemaChange.SetView(var view) ->
                isThere(view.name(), existing) ? new ChangeLock(Waiting.EVERYBODY, Length.MOMENT) : ChangeLock.NONE;
            case SchemaChange.ChangeType _,
                    SchemaChange.ChangeKey _,
                    SchemaChange.AddRequiredColumn _,
                    SchemaChange.AddLateColumn _,
                    SchemaChange.AddLateTable _,
                    SchemaChange.Obstacle _ -> new ChangeLock(Waiting.EVERYBODY, Length.MOMENT);
        };
    }

    private static boolean isThere(TableName view, WarehouseSchema existing) {
        return existing.views().stream().anyMatch(former -> former.name().equals(view));
    }

    /// Computed columns are filled by the database, and so are tables that no event has to do with.
    private static Filling fillingOf(SchemaChange change, WarehouseSchema existing) {
        return switch (change) {
            case SchemaChange.AddColumn(var _, Column column) ->
                column.isWritten() ? Filling.FROM_RAW_LOG : Filling.NOTHING;
            case SchemaChange.AddTable(var table) ->
                !existing.tables().isEmpty() && tellsOfEvents(table) ? Filling.FROM_RAW_LOG : Filling.NOTHING;
            case SchemaChange.ChangeType _,
                    SchemaChange.ChangeKey _,
                    SchemaChange.AddRequiredColumn _,
                    SchemaChange.AddLateColumn _,
                    SchemaChange.AddLateTable _,
                    SchemaChange.Obstacle _ -> Filling.FROM_RAW_LOG;
            case SchemaChange.AddIndex _,
                    SchemaChange.AddAlarm _,
                    SchemaChange.AddForeignKey _,
                    SchemaChange.ChangeEnforcement _,
                    SchemaChange.CheckForeignKey _,
                    SchemaChange.SetView _ -> Filling.NOTHING;
        };
    }

    /// Whether rows lead back to events, or are of members.
    private static boolean tellsOfEvents(Table table) {
        return table.column(Bookkeeping.POSITION).isPresent()
                || table.column(MemberLayout.IS_INFERRED).isPresent();
    }
}
