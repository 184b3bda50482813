package dev.startide.domain.testkit.memory;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.quality.ModelStanding;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.plan.SchemaPlan;
import dev.startide.warehouse.schema.Alarm;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.Index;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.WarehouseSchema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The catalog of a database in memory. It does not know the readers' role.
public final class InMemoryCatalog implements WarehouseCatalog {

    /// Stands in for the current year, so that tests do not depend on it.
    private static final int THIS_YEAR = 2026;

    private final InMemoryDatabase database;

    public InMemoryCatalog(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public WarehouseSchema existing() {
        synchronized (database) {
            return new WarehouseSchema(
                    database.tables().values().stream()
                            .map(InMemoryTable::table)
                            .toList(),
                    List.copyOf(database.views().values()));
        }
    }

    @Override
    public String warehouseName() {
        synchronized (database) {
            return database.warehouseName();
        }
    }

    @Override
    public ModelStanding standing(WarehouseModel model) {
        synchronized (database) {
            List<Object> meaning = meaningOf(model);
            if (database.models().isEmpty()) {
                return ModelStanding.FIRST;
            }
            if (database.models().getLast().equals(meaning)) {
                return ModelStanding.LATEST;
            }
            return database.models().contains(meaning) ? ModelStanding.REPLACED : ModelStanding.OTHER;
        }
    }

    private static List<Object> meaningOf(WarehouseModel model) {
        return List.of(
                model.timeZone(),
                model.sources().stream()
                        .map(source -> List.of(source.name(), source.format()))
                        .toList(),
                model.events(),
                model.entities(),
                model.dimensions(),
                model.facts(),
                model.entityFeeds(),
                model.factFeeds());
    }

    @Override
    public void apply(WarehouseModel model, SchemaPlan plan) {
        if (!plan.incompatible().isEmpty()) {
            throw StartideException.because(
                    FailureCode.MODEL_CONFLICT,
                    "%s cannot be reached by adding alone"
                            .formatted(plan.incompatible().getFirst().target()));
        }
        synchronized (database) {
            plan.changes().forEach(change -> InMemoryKeys.require(database.tables(), change));
            plan.changes().forEach(this::make);
            WarehouseLayout layout = WarehouseLayout.of(model);
            layout.schema().tables().forEach(this::align);
            layout.members().forEach(this::fill);
            layout.minis()
                    .forEach(mini ->
                            mini.specialRows().forEach(row -> fill(mini.table().name(), row)));
            layout.calendars().forEach(this::fill);
            layout.timesOfDay()
                    .forEach(times ->
                            times.rows().forEach(row -> fill(times.table().name(), row)));
            database.nameWarehouse(model.name());
            database.models().add(meaningOf(model));
        }
    }

    private void make(SchemaChange change) {
        switch (change) {
            case SchemaChange.AddTable(var table) ->
                database.tables().putIfAbsent(table.name(), new InMemoryTable(withoutReferences(table)));
            case SchemaChange.AddColumn(var target, var column) -> addColumn(target, column);
            case SchemaChange.AddIndex(var target, var index) -> addIndex(target, index);
            case SchemaChange.AddAlarm(var target, var alarm) -> addAlarm(target, alarm);
            case SchemaChange.AddForeignKey(var target, var foreignKey) -> addForeignKey(target, foreignKey);
            case SchemaChange.ChangeEnforcement(var target, var foreignKey) -> changeEnforcement(target, foreignKey);
            case SchemaChange.CheckForeignKey _ -> {
                // Rows in memory are checked when a key comes to be enforced.
            }
            case SchemaChange.SetView(var view) -> database.views().put(view.name(), view);
            case SchemaChange.ChangeType _,
                    SchemaChange.ChangeKey _,
                    SchemaChange.AddRequiredColumn _,
                    SchemaChange.AddLateColumn _,
                    SchemaChange.AddLateTable _,
                    SchemaChange.Obstacle _ -> throw new IllegalArgumentException("Not a compatible change: " + change);
        }
    }

    /// Rows are read in the order of the columns that the model has now; others come after them.
    private void align(Table wanted) {
        Table table = database.table(wanted.name()).table();
        List<Column> columns = new ArrayList<>(wanted.columns());
        table.columns().stream()
                .filter(column -> wanted.column(column.name()).isEmpty())
                .forEach(columns::add);
        if (!columns.equals(table.columns())) {
            replace(new Table(
                    table.name(),
                    columns,
                    table.primaryKey(),
                    table.foreignKeys(),
                    table.indexes(),
                    table.alarms(),
                    table.comment()));
        }
    }

    private void addColumn(TableName target, Column column) {
        Table table = database.table(target).table();
        if (table.column(column.name()).isEmpty()) {
            replace(new Table(
                    table.name(),
                    with(table.columns(), column),
                    table.primaryKey(),
                    table.foreignKeys(),
                    table.indexes(),
                    table.alarms(),
                    table.comment()));
        }
    }

    private void addIndex(TableName target, Index index) {
        Table table = database.table(target).table();
        if (!table.indexes().contains(index)) {
            replace(new Table(
                    table.name(),
                    table.columns(),
                    table.primaryKey(),
                    table.foreignKeys(),
                    with(table.indexes(), index),
                    table.alarms(),
                    table.comment()));
        }
    }

    private void addAlarm(TableName target, Alarm alarm) {
        Table table = database.table(target).table();
        if (!table.alarms().contains(alarm)) {
            replace(new Table(
                    table.name(),
                    table.columns(),
                    table.primaryKey(),
                    table.foreignKeys(),
                    table.indexes(),
                    with(table.alarms(), alarm),
                    table.comment()));
        }
    }

    private void addForeignKey(TableName target, ForeignKey foreignKey) {
        Table table = database.table(target).table();
        if (!table.foreignKeys().contains(foreignKey)) {
            replace(new Table(
                    table.name(),
                    table.columns(),
                    table.primaryKey(),
                    with(table.foreignKeys(), foreignKey),
                    table.indexes(),
                    table.alarms(),
                    table.comment()));
        }
    }

    private void changeEnforcement(TableName target, ForeignKey wanted) {
        Table table = database.table(target).table();
        List<ForeignKey> keys = table.foreignKeys().stream()
                .map(key -> key.leadsAs(wanted) ? wanted : key)
                .toList();
        replace(new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                keys,
                table.indexes(),
                table.alarms(),
                table.comment()));
    }

    private void replace(Table table) {
        database.tables().computeIfPresent(table.name(), (name, existing) -> existing.as(table));
    }

    private void fill(MemberLayout layout) {
        layout.specialRows().forEach(row -> fill(layout.table().name(), row));
    }

    private void fill(CalendarLayout layout) {
        layout.specialRows().forEach(row -> fill(layout.table().name(), row));
        for (@Nullable Object[] row : database.table(layout.table().name()).rows()) {
            if (row[1] instanceof LocalDate day) {
                fill(layout.table().name(), layout.rowOf(day));
            }
        }
        LocalDate end = LocalDate.of(THIS_YEAR + layout.dimension().yearsAhead() + 1, 1, 1);
        layout.dimension()
                .from()
                .datesUntil(end)
                .forEach(day -> fill(layout.table().name(), layout.rowOf(day)));
    }

    /// Gives a row that exists the values that it should have.
    private void fill(TableName name, @Nullable Object[] row) {
        InMemoryTable table = database.table(name);
        if (table.has(Key.of(row[0]))) {
            table.update(row);
        } else {
            table.insert(row);
        }
    }

    private static Table withoutReferences(Table table) {
        return new Table(table.name(), table.columns(), table.primaryKey(), List.of(), List.of(), table.comment());
    }

    private static <T> List<T> with(List<T> parts, T another) {
        List<T> more = new ArrayList<>(parts);
        more.add(another);
        return more;
    }
}
