package dev.startide.warehouse.plan;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.Nullability;
import dev.startide.warehouse.schema.Remembering;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.schema.WarehouseSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Finds the changes from one schema to another.
///
/// Tables and columns that nobody wants any more stay as they are, unless rows of the model could
/// not be written beside them. Comments and the text of computed columns are not compared.
public final class SchemaDiff {

    private final WarehouseSchema existing;
    private final Collection<Remembering> remembering;
    private final List<SchemaChange> tables = new ArrayList<>();
    private final List<SchemaChange> indexes = new ArrayList<>();
    private final List<SchemaChange> alarms = new ArrayList<>();
    private final List<SchemaChange> foreignKeys = new ArrayList<>();

    private SchemaDiff(WarehouseSchema existing, Collection<Remembering> remembering) {
        this.existing = existing;
        this.remembering = remembering;
    }

    /// The changes in an order in which they can be made: tables and columns, indexes, alarms,
    /// foreign keys, views.
    public static SchemaPlan between(WarehouseSchema existing, WarehouseSchema wanted) {
        return new SchemaDiff(existing, wanted.remembering()).to(wanted);
    }

    private SchemaPlan to(WarehouseSchema wanted) {
        wanted.tables().forEach(this::compare);
        List<SchemaChange> changes = new ArrayList<>(tables);
        changes.addAll(indexes);
        changes.addAll(alarms);
        changes.addAll(foreignKeys);
        for (View view : wanted.views()) {
            if (!existing.views().contains(view)) {
                changes.add(new SchemaChange.SetView(view));
            }
        }
        return new SchemaPlan(changes);
    }

    private void compare(Table wanted) {
        Optional<Table> found = existing.table(wanted.name());
        if (found.isEmpty()) {
            tables.add(added(wanted));
        } else {
            compareColumns(found.get(), wanted);
        }
        wanted.indexes().stream()
                .filter(index ->
                        found.filter(table -> table.indexes().contains(index)).isEmpty())
                .forEach(index -> indexes.add(new SchemaChange.AddIndex(wanted.name(), index)));
        wanted.alarms().stream()
                .filter(alarm ->
                        found.filter(table -> table.alarms().contains(alarm)).isEmpty())
                .forEach(alarm -> alarms.add(new SchemaChange.AddAlarm(wanted.name(), alarm)));
        wanted.foreignKeys().forEach(key -> compare(found, wanted.name(), key));
    }

    private void compare(Optional<Table> found, TableName table, ForeignKey wanted) {
        if (existing.unchecked().contains(new WarehouseSchema.UncheckedKey(table, wanted))) {
            foreignKeys.add(new SchemaChange.CheckForeignKey(table, wanted));
        } else if (found.filter(same -> same.foreignKeys().contains(wanted)).isEmpty()) {
            foreignKeys.add(
                    isKnown(found, wanted)
                            ? new SchemaChange.ChangeEnforcement(table, wanted)
                            : new SchemaChange.AddForeignKey(table, wanted));
        }
    }

    private static boolean isKnown(Optional<Table> found, ForeignKey key) {
        return found.stream().flatMap(table -> table.foreignKeys().stream()).anyMatch(key::leadsAs);
    }

    private void compareColumns(Table found, Table wanted) {
        if (!found.primaryKey().equals(wanted.primaryKey())) {
            tables.add(new SchemaChange.ChangeKey(wanted));
        }
        for (Column column : wanted.columns()) {
            Optional<Column> same = found.column(column.name());
            if (same.isEmpty()) {
                tables.add(added(wanted, column));
            } else if (!same.get().type().equals(column.type())) {
                tables.add(new SchemaChange.ChangeType(
                        wanted.name(), column, same.get().type()));
            } else if (same.get().isWritten() != column.isWritten()) {
                obstacle(wanted, "column %s is %s; give it another name", column, origin(same.get()));
            }
        }
        found.columns().stream()
                .filter(column -> column.nullability() == Nullability.REQUIRED && column.isWritten())
                .filter(column -> wanted.column(column.name()).isEmpty())
                .forEach(column -> obstacle(
                        wanted,
                        "column %s may not be empty, but the model does not fill it any more; %s",
                        column,
                        "keep it in the model, or drop the constraint by hand"));
        found.foreignKeys().stream()
                .filter(key -> wanted.foreignKeys().stream()
                        .anyMatch(other -> other.columns().equals(key.columns()) && !other.leadsAs(key)))
                .forEach(key -> tables.add(new SchemaChange.Obstacle(
                        wanted.name(),
                        "%s refers to %s so far; give the role or reference another name"
                                .formatted(key.columns(), key.target()))));
    }

    private void obstacle(Table wanted, String what, Column column, String remedy) {
        tables.add(new SchemaChange.Obstacle(wanted.name(), what.formatted(column.name(), remedy)));
    }

    private static String origin(Column existing) {
        return existing.isWritten() ? "filled by events so far" : "computed by the database so far";
    }

    private SchemaChange added(Table table) {
        return remembering.stream().anyMatch(late -> isLate(late, table.name()))
                ? new SchemaChange.AddLateTable(table)
                : new SchemaChange.AddTable(table);
    }

    private boolean isLate(Remembering late, TableName added) {
        return late instanceof Remembering.InTable(var table, var rows)
                && table.equals(added)
                && existing.table(rows).isPresent();
    }

    private SchemaChange added(Table table, Column column) {
        if (column.nullability() == Nullability.REQUIRED) {
            return new SchemaChange.AddRequiredColumn(table.name(), column);
        }
        return remembering.contains(new Remembering.InColumn(table.name(), column.name()))
                ? new SchemaChange.AddLateColumn(table.name(), column)
                : new SchemaChange.AddColumn(table.name(), column);
    }
}
