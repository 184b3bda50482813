package dev.startide.adapter.outbound.postgres.catalog;

import static dev.startide.domain.testkit.shop.ShopEvent.aCustomer;
import static dev.startide.domain.testkit.shop.ShopEvent.aMove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.adapter.outbound.postgres.verify.LoadedShop;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.Handling;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.testkit.bank.Bank;
import dev.startide.domain.testkit.bank.BankEvents;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.plan.SchemaDiff;
import dev.startide.warehouse.plan.SchemaPlan;
import dev.startide.warehouse.schema.TableName;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever writes it: versions that contradict each other are not committed.
class PostgresAlarmsIT {

    private static final TableName CUSTOMER = new TableName("star", "customer");
    private static final TableName PRODUCT = new TableName("star", "product");

    /// What a warehouse has that was made before there were alarms.
    private static final String WITHOUT_ALARM = """
            drop trigger startide_versions_insert on star.customer;
            drop trigger startide_versions_update on star.customer;
            drop trigger startide_versions_delete on star.customer;
            drop function star.customer__alarm();
            do $$ begin execute (
              select format('drop index %s', indexrelid::regclass) from pg_index
              where indrelid = 'star.customer'::regclass
                and pg_get_indexdef(indexrelid) like '%(customer_durable_key, valid_from)'
            ); end $$;
            create index on star.customer (customer_durable_key);
            """;

    private static PostgresStorage storage;

    @BeforeAll
    static void start() {
        storage = PostgresStorage.fresh();
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @BeforeEach
    void load() {
        LoadedShop shop = LoadedShop.empty(storage, Shop.LAYOUT);
        shop.log("0", aCustomer("c-1").at("2026-01-01T08:00:00Z"));
        shop.log("0", aMove("c-1", "Linz").at("2026-02-01T08:00:00Z"));
        shop.log("0", aMove("c-1", "Wien").at("2026-03-01T08:00:00Z"));
        shop.log("0", aCustomer("c-2").at("2026-01-01T08:00:00Z"));
        shop.load();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // two current versions
                "update star.customer set valid_to = '9999-12-31Z', is_current = true where customer_id = 'c-1' and version = 2",
                """
                insert into star.customer
                  (customer_key, customer_durable_key, version, valid_from, valid_to, is_current, is_inferred, _is_latest)
                select 4711, customer_durable_key, 9, '2026-07-01Z', valid_to, true, false, true
                from star.customer where customer_id = 'c-1' and is_current""",
                // overlaps
                "update star.customer set valid_to = valid_to + interval '1 microsecond' where customer_id = 'c-1' and version = 1",
                "update star.customer set valid_from = valid_from - interval '1 day' where customer_id = 'c-1' and version = 3",
                """
                insert into star.customer
                  (customer_key, customer_durable_key, version, valid_from, valid_to, is_current, is_inferred, _is_latest)
                select 4711, customer_durable_key, 9, '2026-01-01Z', '2026-01-02Z', false, false, false
                from star.customer where customer_id = 'c-1' and is_current""",
                "update star.customer set customer_durable_key = (select customer_durable_key from star.customer"
                        + " where customer_id = 'c-2') where customer_id = 'c-1' and version = 2",
                // gaps
                "update star.customer set valid_to = valid_to - interval '1 microsecond' where customer_id = 'c-1' and version = 1",
                "delete from star.customer where customer_id = 'c-1' and version = 1",
                "delete from star.customer where customer_id = 'c-1' and version = 2",
                "delete from star.customer where customer_id = 'c-1' and version = 3",
                "update star.customer set valid_to = '2026-09-01Z', is_current = false where customer_id = 'c-2'",
                // neither or both
                "update star.customer set is_current = false where customer_id = 'c-2'",
                "update star.customer set is_current = true where customer_id = 'c-1' and version = 1"
            })
    void refuseVersionsThatContradictEachOther(String sql) {
        // When
        FailureCode refusal = refusalOf(sql);

        // Then
        assertThat(refusal).isEqualTo(FailureCode.HISTORY_BROKEN);
    }

    @Test
    void refuseASecondVersionFromTheBeginningOfTime() {
        // When
        FailureCode refusal = refusalOf("""
                insert into star.customer
                  (customer_key, customer_durable_key, version, valid_from, valid_to, is_current, is_inferred, _is_latest)
                select 4711, customer_durable_key, 9, '1900-01-01Z', '9999-12-31Z', true, false, true
                from star.customer where customer_id = 'c-1' and is_current""");

        // Then
        assertThat(refusal.handling()).isEqualTo(Handling.HALT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from star.customer where customer_id = 'c-1'",
                "update star.customer set city = 'Ulm'",
                "update star.customer set customer_durable_key = customer_durable_key + 100 where customer_key > 0",
                """
                update star.customer set valid_to = '2026-02-10Z' where customer_id = 'c-1' and version = 1;
                update star.customer set valid_from = '2026-02-10Z' where customer_id = 'c-1' and version = 2""",
                """
                update star.customer set valid_to = '2026-03-01T08:00:00Z' where customer_id = 'c-1' and version = 1;
                delete from star.customer where customer_id = 'c-1' and version = 2""",
                """
                update star.customer set valid_to = valid_to + interval '1 day' where customer_id = 'c-1' and version = 1;
                update star.customer set valid_to = valid_to - interval '1 day' where customer_id = 'c-1' and version = 1""",
                """
                insert into norm.customer__change
                  (customer_id, _changed_at, _change_sequence, _change_id, _is_deleted, _lane, _position)
                values ('c-2', '2026-09-01Z', 0, gen_random_uuid(), true, 1, 1);
                update star.customer set valid_to = '2026-09-01Z', is_current = false where customer_id = 'c-2'"""
            })
    void letPassWhatFitsOnceEverythingIsWritten(String sql) {
        // When
        int rows = commit(sql);

        // Then
        assertThat(rows).isPositive();
    }

    @Test
    void allowNoGapWhereDeletesEndNothing() {
        // Given
        LoadedShop bank = LoadedShop.empty(storage, Bank.LAYOUT);
        bank.log("0", BankEvents.event("customer_told", "2026-01-01T08:00:00Z").with("customer_id", "c1"));
        bank.load();

        // When
        FailureCode refusal = refusalOf("""
                insert into norm.customer__change
                  (customer_id, _changed_at, _change_sequence, _change_id, _is_deleted, _lane, _position)
                values ('c1', '2026-09-01Z', 0, gen_random_uuid(), true, 1, 1);
                update star.customer set valid_to = '2026-09-01Z', is_current = false where valid_from < now() and customer_key > 0
                """);

        // Then
        assertThat(refusal).isEqualTo(FailureCode.HISTORY_BROKEN);
    }

    @Test
    void comeToAWarehouseOfEarlierTimes() {
        // Given
        storage.execute(WITHOUT_ALARM);
        SchemaPlan plan = plan();

        // When
        storage.port(WarehouseCatalog.class).apply(Shop.MODEL, plan);

        // Then
        assertThat(plan.changes())
                .hasExactlyElementsOfTypes(SchemaChange.AddIndex.class, SchemaChange.AddAlarm.class)
                .allSatisfy(change -> assertThat(change.target()).isEqualTo(CUSTOMER));
        assertThat(plan().changes()).isEmpty();
        assertThat(refusalOf("delete from star.customer where customer_id = 'c-1' and version = 2"))
                .isEqualTo(FailureCode.HISTORY_BROKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from star.customer where customer_id = 'c-1' and version = 2",
                "update star.customer set valid_from = '1900-01-01Z' where customer_id = 'c-1' and version = 2",
            })
    void doNotComeToAWarehouseThatWouldSetThemOff(String mistake) {
        // Given
        storage.execute(WITHOUT_ALARM + "drop index star.customer_customer_id_valid_from_idx; " + mistake);
        SchemaPlan plan = plan();

        // When
        StartideException refusal = catchThrowableOfType(
                StartideException.class,
                () -> storage.port(WarehouseCatalog.class).apply(Shop.MODEL, plan));

        // Then
        assertThat(refusal.code()).isEqualTo(FailureCode.HISTORY_BROKEN);
        assertThat(refusal).hasMessageContaining("star.customer").hasMessageContaining("startide verify");
        assertThat(plan().changes()).isEqualTo(plan.changes());
    }

    @Test
    void areMissedWhenSomebodySwitchesThemOff() {
        // Given
        storage.execute("alter table star.product disable trigger startide_versions_update");

        // When
        SchemaPlan plan = plan();

        // Then
        assertThat(plan.changes())
                .hasExactlyElementsOfTypes(SchemaChange.AddAlarm.class)
                .allSatisfy(change -> assertThat(change.target()).isEqualTo(PRODUCT));
    }

    private static SchemaPlan plan() {
        return SchemaDiff.between(storage.port(WarehouseCatalog.class).existing(), Shop.LAYOUT.schema());
    }

    private static FailureCode refusalOf(String sql) {
        StartideException refusal = catchThrowableOfType(StartideException.class, () -> commit(sql));
        assertThat(refusal).as(sql).isNotNull();
        return refusal.code();
    }

    private static int commit(String sql) {
        return storage.port(Database.class).inTransaction(Pool.LOAD, "write by hand", connection -> {
            try (Statement statement = connection.createStatement()) {
                int rows = 0;
                for (String part : sql.split(";", -1)) {
                    rows += statement.executeUpdate(part);
                }
                return rows;
            }
        });
    }
}
