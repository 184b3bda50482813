package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.WritesBuilder.aWrite;
import static dev.startide.domain.testkit.shop.ShopRows.CUSTOMER;
import static dev.startide.domain.testkit.shop.ShopRows.DAY;
import static dev.startide.domain.testkit.shop.ShopRows.ORDER_LINE_FACT;
import static dev.startide.domain.testkit.shop.ShopRows.PURCHASE;
import static dev.startide.domain.testkit.shop.ShopRows.customer;
import static dev.startide.domain.testkit.shop.ShopRows.purchase;
import static dev.startide.domain.testkit.shop.ShopRows.sale;
import static dev.startide.warehouse.schema.ColumnName.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.plan.SchemaDiff;
import dev.startide.warehouse.plan.SchemaPlan;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.Enforcement;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.schema.WarehouseSchema;
import dev.startide.warehouse.star.Integrity;
import dev.startide.warehouse.star.SpecialMember;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every catalog promises. An adapter proves itself by extending this class and supplying an
/// empty database.
public abstract class WarehouseCatalogContract {

    private static final SchemaPlan EVERYTHING = Plans.fromNothing(Shop.LAYOUT.schema());
    private static final Column SHOE_SIZE = Column.optional(column("shoe_size"), new LogicalType.Int(), "EU size");

    private static final WarehouseModel DECLARED = Shop.MODEL.keeping(new Integrity(Enforcement.DECLARED, Map.of()));

    private CatalogUnderTest adapters;

    /// The adapters of one database.
    public record CatalogUnderTest(WarehouseCatalog catalog, Warehouse warehouse, LoaderLease lease) {}

    /// The adapters of a database without a warehouse. Called once before each test.
    protected abstract CatalogUnderTest emptyDatabase();

    @BeforeEach
    final void startEmpty() {
        adapters = emptyDatabase();
    }

    @Test
    final void findsNothingInAnEmptyDatabase() {
        // When
        WarehouseSchema existing = adapters.catalog().existing();

        // Then
        assertThat(existing.tables()).isEmpty();
        assertThat(existing.views()).isEmpty();
        assertThat(adapters.catalog().warehouseName()).isEmpty();
    }

    @Test
    final void makesEveryTableAndView() {
        // When
        adapters.catalog().apply(Shop.MODEL, EVERYTHING);

        // Then
        WarehouseSchema existing = adapters.catalog().existing();
        assertThat(existing.tables()).extracting(Table::name).containsExactlyInAnyOrderElementsOf(tableNames());
        assertThat(existing.views()).extracting(View::name).containsExactlyInAnyOrderElementsOf(viewNames());
        assertThat(adapters.catalog().warehouseName()).isEqualTo("shop");
    }

    @Test
    final void findsTheTablesAsTheyWereMade() {
        // Given
        adapters.catalog().apply(Shop.MODEL, EVERYTHING);

        // When
        WarehouseSchema existing = adapters.catalog().existing();

        // Then
        for (Table wanted : Shop.LAYOUT.schema().tables()) {
            Table found = existing.table(wanted.name()).orElseThrow();
            assertThat(found.columns().stream().map(WarehouseCatalogContract::shapeOf))
                    .as("columns of %s", wanted.name())
                    .containsExactlyInAnyOrderElementsOf(wanted.columns().stream()
                            .map(WarehouseCatalogContract::shapeOf)
                            .toList());
            assertThat(found.primaryKey()).isEqualTo(wanted.primaryKey());
            assertThat(found.foreignKeys()).containsExactlyInAnyOrderElementsOf(wanted.foreignKeys());
            assertThat(found.indexes()).containsExactlyInAnyOrderElementsOf(wanted.indexes());
            assertThat(found.alarms()).isEqualTo(wanted.alarms());
            assertThat(found.comment()).isEqualTo(wanted.comment());
        }
    }

    @Test
    final void changesNothingWhenAPlanIsAppliedAgain() {
        // Given
        adapters.catalog().apply(Shop.MODEL, EVERYTHING);
        WarehouseSchema before = adapters.catalog().existing();

        // When
        adapters.catalog().apply(Shop.MODEL, EVERYTHING);

        // Then
        assertThat(adapters.catalog().existing()).isEqualTo(before);
    }

    @Test
    final void changesNothingForAnEmptyPlan() {
        // Given
        adapters.catalog().apply(Shop.MODEL, EVERYTHING);
        WarehouseSchema before = adapters.catalog().existing();

        // When
        adapters.catalog().apply(Shop.MODEL, new SchemaPlan(List.of()));

        // Then
        assertThat(adapters.catalog().existing()).isEqualTo(before);
        assertThat(adapters.catalog().warehouseName()).isEqualTo("shop");
    }

    @Test
    final void addsAColumnBesideRows() {
        // Given
        adapters.catalog().apply(Shop.MODEL, EVERYTHING);
        long epoch = epoch();
        adapters.warehouse()
                .write(aWrite().inserting(CUSTOMER, customer("c-1").build()).build(), epoch);

        // When
        adapters.catalog()
                .apply(Shop.MODEL, new SchemaPlan(List.of(new SchemaChange.AddColumn(CUSTOMER.name(), SHOE_SIZE))));

        // Then
        assertThat(adapters.catalog()
                        .existing()
                        .table(CUSTOMER.name())
                        .orElseThrow()
                        .column(SHOE_SIZE.name()))
                .contains(SHOE_SIZE);
        assertThat(adapters.warehouse().entities(Shop.entity("customer"), List.of(Key.of("c-1"))))
                .hasSize(1);
    }

    @Test
    final void refusesWhatAddingAloneCannotDo() {
        // Given
        adapters.catalog().apply(Shop.MODEL, EVERYTHING);
        WarehouseSchema before = adapters.catalog().existing();
        SchemaPlan incompatible = new SchemaPlan(List.of(
                new SchemaChange.AddColumn(CUSTOMER.name(), SHOE_SIZE),
                new SchemaChange.ChangeType(
                        CUSTOMER.name(),
                        Column.optional(column("city"), new LogicalType.Int(), ""),
                        new LogicalType.Text())));

        // When
        var refusal = catchThrowableOfType(
                StartideException.class, () -> adapters.catalog().apply(Shop.MODEL, incompatible));

        // Then
        assertThat(refusal.code()).isEqualTo(FailureCode.MODEL_CONFLICT);
        assertThat(adapters.catalog().existing()).isEqualTo(before);
    }

    @Test
    final void hasSpecialMembersAndDaysFromTheStart() {
        // Given
        adapters.catalog().apply(Shop.MODEL, EVERYTHING);
        Object[][] sales = Stream.of(SpecialMember.values())
                .map(special -> sale("o-1", -special.key(), special.key(), special.key())
                        .with("ordered_key", special.key())
                        .build())
                .toArray(Object[][]::new);

        // When
        adapters.warehouse().write(aWrite().inserting(ORDER_LINE_FACT, sales).build(), epoch());

        // Then
        CalendarLayout calendar = Shop.LAYOUT.calendars().getFirst();
        assertThat(adapters.warehouse()
                        .facts(Shop.orderLines(), List.of(Key.of("o-1", 1), Key.of("o-1", 2), Key.of("o-1", 3))))
                .hasSize(3);
        assertThat(adapters.warehouse().days(calendar))
                .contains(calendar.dimension().from(), DAY)
                .doesNotContain(calendar.dimension().from().minusDays(1));
    }

    @Test
    final void looksAtNoRowsOfKeysThatAreMerelyDeclared() {
        // Given
        adapters.catalog().apply(Shop.MODEL, EVERYTHING);

        // When
        adapters.catalog().apply(DECLARED, planOf(DECLARED));

        // Then
        assertThat(planOf(DECLARED).changes()).isEmpty();
        adapters.warehouse()
                .write(
                        aWrite().inserting(PURCHASE, purchase("o-1", "c-9").build())
                                .build(),
                        epoch());
    }

    @Test
    final void enforcesNoKeysThatRowsDoNotFulfil() {
        // Given
        adapters.catalog().apply(DECLARED, planOf(DECLARED));
        adapters.warehouse()
                .write(
                        aWrite().inserting(PURCHASE, purchase("o-1", "c-9").build())
                                .build(),
                        epoch());
        SchemaPlan plan = planOf(Shop.MODEL);

        // When
        var refusal = catchThrowableOfType(
                StartideException.class, () -> adapters.catalog().apply(Shop.MODEL, plan));

        // Then
        assertThat(refusal.code()).isEqualTo(FailureCode.MODEL_CONFLICT);
        assertThat(planOf(Shop.MODEL)).isEqualTo(plan);
    }

    @Test
    final void enforcesKeysThatWereMerelyDeclared() {
        // Given
        adapters.catalog().apply(DECLARED, planOf(DECLARED));

        // When
        adapters.catalog().apply(Shop.MODEL, planOf(Shop.MODEL));

        // Then
        assertThat(planOf(Shop.MODEL).changes()).isEmpty();
        var refusal = catchThrowableOfType(
                StartideException.class,
                () -> adapters.warehouse()
                        .write(
                                aWrite().inserting(
                                                PURCHASE, purchase("o-1", "c-9").build())
                                        .build(),
                                epoch()));
        assertThat(refusal.code()).isEqualTo(FailureCode.INVARIANT_BROKEN);
    }

    private SchemaPlan planOf(WarehouseModel model) {
        return SchemaDiff.between(
                adapters.catalog().existing(), WarehouseLayout.of(model).schema());
    }

    private long epoch() {
        return adapters.lease().acquire("loader", Duration.ofHours(1)).orElseThrow();
    }

    /// A database may spell the expression of a computed column in its own way.
    private static List<Object> shapeOf(Column column) {
        return List.of(column.name(), column.type(), column.nullability(), column.isWritten(), column.comment());
    }

    private static List<TableName> tableNames() {
        return Shop.LAYOUT.schema().tables().stream().map(Table::name).toList();
    }

    private static List<TableName> viewNames() {
        return Shop.LAYOUT.schema().views().stream().map(View::name).toList();
    }
}
