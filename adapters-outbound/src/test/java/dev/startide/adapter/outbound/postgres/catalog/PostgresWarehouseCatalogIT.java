package dev.startide.adapter.outbound.postgres.catalog;

import static dev.startide.warehouse.schema.ColumnName.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.adapter.outbound.postgres.Shop;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.plan.SchemaDiff;
import dev.startide.warehouse.plan.SchemaPlan;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.WarehouseSchema;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.FiscalYear;
import dev.startide.warehouse.star.Holidays;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresWarehouseCatalogIT {

    private static PostgresStorage storage;

    private WarehouseCatalog catalog;

    @BeforeAll
    static void start() {
        storage = PostgresStorage.fresh();
    }

    @BeforeEach
    void clear() {
        storage.clear();
        catalog = storage.port(WarehouseCatalog.class);
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @Test
    void findsNothingInAnEmptyDatabaseAndMakesNothingThere() {
        // Given
        try (PostgresStorage untouched = PostgresStorage.fresh()) {
            WarehouseCatalog empty = untouched.port(WarehouseCatalog.class);

            // When
            WarehouseSchema existing = empty.existing();

            // Then
            assertThat(existing).isEqualTo(new WarehouseSchema(List.of(), List.of()));
            assertThat(empty.warehouseName()).isEmpty();
            assertThat(untouched.query("select 1 from pg_namespace where nspname = 'startide'"))
                    .isEmpty();
        }
    }

    @Test
    void makesWhatAModelWants() {
        // When
        apply(Shop.MODEL);

        // Then
        assertThat(planFor(Shop.MODEL).changes()).isEmpty();
        assertThat(catalog.warehouseName()).isEqualTo("shop");
        assertThat(catalog.existing().tables())
                .filteredOn(table -> table.name().equals(Shop.CUSTOMERS.table().name()))
                .containsExactly(Shop.CUSTOMERS.table());
    }

    @Test
    void appliesAModelAgainWithoutAnyEffect() {
        // Given
        apply(Shop.MODEL);
        List<String> before = contents();

        // When
        apply(Shop.MODEL);

        // Then
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void givesAWarehouseOfEarlierTimesTheSpecialMembersThatItLacks() {
        // Given
        apply(Shop.MODEL);
        List<String> wanted = specialRows();
        storage.query("delete from star.customer where customer_key < -1 returning 1");
        storage.query("delete from star.calendar where calendar_key < -1 returning 1");
        storage.query("update star.customer set segment = null where customer_key = -1 returning 1");
        storage.query("update star.calendar set day_name = null where calendar_key = -1 returning 1");

        // When
        apply(Shop.MODEL);

        // Then
        assertThat(wanted).hasSize(6);
        assertThat(specialRows()).isEqualTo(wanted);
    }

    @Test
    void takesOverFiscalYearsAndHolidaysOfAllDays() {
        // Given
        apply(Shop.MODEL);
        storage.query(
                "insert into star.calendar (calendar_key, calendar_date) values (19500601, '1950-06-01') returning 1");
        var holidays = new Holidays.Named(new TreeMap<>(
                Map.of(LocalDate.of(1950, 6, 1), "Founding Day", LocalDate.of(2026, 5, 1), "Labour Day")));

        // When
        apply(Shop.withCalendar(new Dimension.Calendar(
                new DimensionName("calendar"),
                "Days",
                LocalDate.of(2026, 1, 1),
                0,
                new FiscalYear.StartingIn(Month.APRIL),
                holidays)));

        // Then
        assertThat(storage.query("select calendar_key, fiscal_year, holiday_name from star.calendar where is_holiday"
                        + " order by 1"))
                .containsExactly("19500601|1951|Founding Day", "20260501|2027|Labour Day");
        assertThat(storage.query("select day_name, is_holiday from star.calendar where calendar_key = 20260502"))
                .containsExactly("Saturday|f");
    }

    @Test
    void startsWithSpecialMembersAndTheDaysOfTheCalendar() {
        // When
        apply(Shop.MODEL);

        // Then
        assertThat(storage.query("select customer_key, customer_durable_key, customer_id, version,"
                        + " valid_from at time zone 'UTC', valid_to at time zone 'UTC', is_current, is_inferred"
                        + " from star.customer order by 1"))
                .containsExactly(
                        "-3|-3|null|1|1900-01-01 00:00:00|9999-12-31 00:00:00|t|f",
                        "-2|-2|null|1|1900-01-01 00:00:00|9999-12-31 00:00:00|t|f",
                        "-1|-1|null|1|1900-01-01 00:00:00|9999-12-31 00:00:00|t|f");
        assertThat(storage.query("select calendar_key, calendar_date, day_name from star.calendar order by 1 limit 4"))
                .containsExactly(
                        "-3|null|Invalid", "-2|null|Not applicable", "-1|null|Unknown", "20260101|2026-01-01|Thursday");
        assertThat(storage.query(
                        "select max(calendar_date) = (date_trunc('year', now()) + interval '1 year - 1 day')::date"
                                + " from star.calendar"))
                .containsExactly("t");
    }

    @Test
    void saysWhatTablesAndColumnsMean() {
        // When
        apply(Shop.MODEL);

        // Then
        assertThat(storage.query("select obj_description('norm.customer'::regclass),"
                        + " obj_description('mart.revenue_by_segment'::regclass),"
                        + " col_description('mart.revenue_by_segment'::regclass, 3)"))
                .containsExactly("Who it's about; \"quoted\"|Revenue|Sum\tof amounts");
    }

    @Test
    void letsReadersSeeTheStarAndItsForeignKeysAndNothingElse() {
        // When
        apply(Shop.MODEL);

        // Then
        assertThat(storage.query("select has_table_privilege('startide_reader', 'star.sale', 'references'),"
                        + " has_table_privilege('startide_reader', 'mart.sale_rows', 'select'),"
                        + " has_schema_privilege('startide_reader', 'norm', 'usage'),"
                        + " has_schema_privilege('startide_reader', 'raw', 'usage'),"
                        + " has_table_privilege('startide_reader', 'star.sale', 'insert')"))
                .containsExactly("t|t|f|f|f");
    }

    @Test
    void addsWhatAModelHasGrown() {
        // Given
        apply(Shop.MODEL);
        WarehouseModel grown =
                Shop.model("shop", List.of(new Attribute(column("vip"), new LogicalType.Bool(), "Whether")));

        // When
        apply(grown);

        // Then
        assertThat(planFor(grown).changes()).isEmpty();
        assertThat(storage.query("select count(*) from startide.applied_model")).containsExactly("2");
    }

    @Test
    void plansAViewThatSomebodyHasChangedAnew() {
        // Given
        apply(Shop.MODEL);
        storage.execute("drop view mart.sale_rows; create view mart.sale_rows as select 1 as one");

        // When
        SchemaPlan plan = planFor(Shop.MODEL);

        // Then
        assertThat(plan.changes()).singleElement().isInstanceOf(SchemaChange.SetView.class);
    }

    @Test
    void refusesAModelOfAnotherWarehouse() {
        // Given
        apply(Shop.MODEL);
        WarehouseModel other = Shop.model("museum");

        // When
        var failure = assertThatExceptionOfType(StartideException.class).isThrownBy(() -> apply(other));

        // Then
        failure.returns(FailureCode.MODEL_CONFLICT, StartideException::code)
                .withMessageContaining("shop")
                .withMessageContaining("museum");
        assertThat(catalog.warehouseName()).isEqualTo("shop");
    }

    @Test
    void refusesAnIncompatiblePlanAndNamesEachChange() {
        // Given
        SchemaPlan plan = new SchemaPlan(List.of(
                new SchemaChange.ChangeType(
                        Shop.SALES.table().name(),
                        Column.optional(column("price"), new LogicalType.Text(), ""),
                        new LogicalType.Int()),
                new SchemaChange.ChangeKey(Shop.CUSTOMERS.table())));

        // When
        var failure =
                assertThatExceptionOfType(StartideException.class).isThrownBy(() -> catalog.apply(Shop.MODEL, plan));

        // Then
        failure.returns(FailureCode.MODEL_CONFLICT, StartideException::code)
                .withMessageContaining("star.sale.price is int and would have to become text")
                .withMessageContaining("norm.customer would need the primary key [customer_id]");
    }

    private void apply(WarehouseModel model) {
        catalog.apply(model, planFor(model));
    }

    private SchemaPlan planFor(WarehouseModel model) {
        return SchemaDiff.between(catalog.existing(), WarehouseLayout.of(model).schema());
    }

    private List<String> specialRows() {
        return storage.query("select customer::text from star.customer where customer_key < 0"
                + " union all select calendar::text from star.calendar where calendar_key < 0 order by 1");
    }

    private List<String> contents() {
        return storage.query("select (select count(*) from star.customer), (select count(*) from star.calendar),"
                + " (select count(*) from startide.applied_model),"
                + " (select string_agg(oid || relname, ',' order by oid) from pg_class"
                + " where relnamespace in ('norm'::regnamespace, 'star'::regnamespace, 'mart'::regnamespace))");
    }
}
