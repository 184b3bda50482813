package dev.startide.warehouse.plan;

import static dev.startide.warehouse.schema.ColumnName.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Enforcement;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.Index;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.WarehouseSchema;
import dev.startide.warehouse.validation.Documents;
import dev.startide.warehouse.validation.Resolutions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaDiffTest {

    private static final TableName CUSTOMER = new TableName("norm", "customer");
    private static final Column ID = Column.required(column("customer_id"), new LogicalType.Text(), "");
    private static final Column CITY = Column.optional(column("city"), new LogicalType.Text(), "");

    @Test
    void findsNothingBetweenASchemaAndItself() {
        // Given
        var shop = shop();

        // When
        var plan = SchemaDiff.between(shop, shop);

        // Then
        assertThat(plan.isEmpty()).isTrue();
    }

    @Test
    void addsEverythingToAnEmptyDatabase() {
        // Given
        var shop = shop();

        // When
        var plan = SchemaDiff.between(new WarehouseSchema(List.of(), List.of()), shop);

        // Then
        assertThat(plan.changes())
                .filteredOn(SchemaChange.AddTable.class::isInstance)
                .extracting(SchemaChange::target)
                .containsExactlyElementsOf(
                        shop.tables().stream().map(Table::name).toList());
        assertThat(plan.incompatible()).isEmpty();
        assertThat(plan.changes().getLast()).isInstanceOf(SchemaChange.SetView.class);
    }

    @Test
    void referringTablesComeAfterAllTables() {
        // When
        var plan = SchemaDiff.between(new WarehouseSchema(List.of(), List.of()), shop());

        // Then
        List<Class<?>> kinds = new ArrayList<>();
        plan.changes().forEach(change -> {
            if (kinds.isEmpty() || kinds.getLast() != change.getClass()) {
                kinds.add(change.getClass());
            }
        });
        assertThat(kinds)
                .containsExactly(
                        SchemaChange.AddTable.class,
                        SchemaChange.AddIndex.class,
                        SchemaChange.AddAlarm.class,
                        SchemaChange.AddForeignKey.class,
                        SchemaChange.SetView.class);
    }

    @Test
    void addsAColumn() {
        // When
        var plan = SchemaDiff.between(customers(List.of(ID)), customers(List.of(ID, CITY)));

        // Then
        assertThat(plan.changes()).containsExactly(new SchemaChange.AddColumn(CUSTOMER, CITY));
    }

    @Test
    void leavesAColumnAloneThatNobodyWantsAnyMore() {
        // When
        var plan = SchemaDiff.between(customers(List.of(ID, CITY)), customers(List.of(ID)));

        // Then
        assertThat(plan.changes()).isEmpty();
    }

    @Test
    void leavesATableAloneThatNobodyWants() {
        // When
        var plan = SchemaDiff.between(customers(List.of(ID)), new WarehouseSchema(List.of(), List.of()));

        // Then
        assertThat(plan.changes()).isEmpty();
    }

    @Test
    void cannotAddARequiredColumnToATableThatMayHaveRows() {
        // Given
        var required = Column.required(column("city"), new LogicalType.Text(), "");

        // When
        var plan = SchemaDiff.between(customers(List.of(ID)), customers(List.of(ID, required)));

        // Then
        assertThat(plan.incompatible()).containsExactly(new SchemaChange.AddRequiredColumn(CUSTOMER, required));
    }

    @Test
    void cannotLeaveOutAColumnThatMayNotBeEmpty() {
        // Given
        var required = Column.required(column("city"), new LogicalType.Text(), "");

        // When
        var plan = SchemaDiff.between(customers(List.of(ID, required)), customers(List.of(ID)));

        // Then
        assertThat(plan.incompatible()).singleElement().isInstanceOf(SchemaChange.Obstacle.class);
    }

    @Test
    void cannotFillAColumnThatTheDatabaseComputes() {
        // Given
        var computed = Column.computed(column("city"), new LogicalType.Text(), "upper(name)", "");

        // When
        var plan = SchemaDiff.between(customers(List.of(ID, computed)), customers(List.of(ID, CITY)));

        // Then
        assertThat(plan.incompatible()).singleElement().isInstanceOf(SchemaChange.Obstacle.class);
    }

    @Test
    void cannotChangeAType() {
        // Given
        var number = Column.optional(column("city"), new LogicalType.Int(), "");

        // When
        var plan = SchemaDiff.between(customers(List.of(ID, CITY)), customers(List.of(ID, number)));

        // Then
        assertThat(plan.incompatible())
                .containsExactly(new SchemaChange.ChangeType(CUSTOMER, number, new LogicalType.Text()));
    }

    @Test
    void cannotChangeAKey() {
        // Given
        var wanted = table(List.of(ID, CITY), List.of(ID.name(), CITY.name()), List.of(), List.of());

        // When
        var plan = SchemaDiff.between(customers(List.of(ID, CITY)), schema(wanted));

        // Then
        assertThat(plan.incompatible()).containsExactly(new SchemaChange.ChangeKey(wanted));
    }

    @Test
    void addsIndexesAndForeignKeysToAnExistingTable() {
        // Given
        var index = Index.plain(List.of(CITY.name()));
        var key = new ForeignKey(List.of(CITY.name()), new TableName("norm", "city"), List.of(column("name")));
        var wanted = table(List.of(ID, CITY), List.of(ID.name()), List.of(key), List.of(index));

        // When
        var plan = SchemaDiff.between(customers(List.of(ID, CITY)), schema(wanted));

        // Then
        assertThat(plan.changes())
                .containsExactly(
                        new SchemaChange.AddIndex(CUSTOMER, index), new SchemaChange.AddForeignKey(CUSTOMER, key));
        assertThat(plan.changes()).allMatch(SchemaChange::isCompatible);
    }

    @Test
    void changesWhatIsDoneAboutAKeyThatExists() {
        // Given
        var key = new ForeignKey(List.of(CITY.name()), new TableName("norm", "city"), List.of(column("name")));
        var existing = table(List.of(ID, CITY), List.of(ID.name()), List.of(key), List.of());
        var wanted = existing.keeping(Enforcement.DECLARED);

        // When
        var plan = SchemaDiff.between(schema(existing), schema(wanted));

        // Then
        assertThat(plan.changes())
                .containsExactly(new SchemaChange.ChangeEnforcement(CUSTOMER, key.as(Enforcement.DECLARED)));
        assertThat(plan.changes()).allMatch(SchemaChange::isCompatible);
    }

    private static WarehouseSchema shop() {
        return WarehouseLayout.of(Resolutions.valid(Documents.shop())).schema();
    }

    private static WarehouseSchema customers(List<Column> columns) {
        return schema(table(columns, List.of(ID.name()), List.of(), List.of()));
    }

    private static WarehouseSchema schema(Table table) {
        return new WarehouseSchema(List.of(table), List.of());
    }

    private static Table table(
            List<Column> columns, List<ColumnName> key, List<ForeignKey> foreignKeys, List<Index> indexes) {
        return new Table(CUSTOMER, columns, key, foreignKeys, indexes, "");
    }
}
