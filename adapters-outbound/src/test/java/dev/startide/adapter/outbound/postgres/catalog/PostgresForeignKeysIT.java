package dev.startide.adapter.outbound.postgres.catalog;

import static dev.startide.domain.testkit.shop.ShopEvent.aCustomer;
import static dev.startide.domain.testkit.shop.ShopEvent.aLine;
import static dev.startide.domain.testkit.shop.ShopEvent.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.adapter.outbound.postgres.verify.LoadedShop;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.port.outbound.WarehouseChecks;
import dev.startide.domain.quality.CheckOutcome;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.plan.SchemaDiff;
import dev.startide.warehouse.plan.SchemaPlan;
import dev.startide.warehouse.schema.Enforcement;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.Integrity;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Foreign keys are enforced, or merely declared, as the model says.
class PostgresForeignKeysIT {

    private static final Fact FACT = Shop.MODEL.facts().getFirst();
    private static final WarehouseModel DECLARED = Shop.MODEL.keeping(new Integrity(Enforcement.DECLARED, Map.of()));
    private static final WarehouseModel FACT_DECLARED =
            Shop.MODEL.keeping(new Integrity(Enforcement.ENFORCED, Map.of(FACT.name(), Enforcement.DECLARED)));

    private static final String LEAVE_AN_ORPHAN = "delete from star.customer where customer_id = 'c-1'";
    private static final String NOT_ENFORCED = """
            select distinct conrelid::regclass::text from pg_constraint where contype = 'f' and not conenforced order by 1
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

    @Test
    void areEnforcedOfThatFactAlone() {
        // When
        load(FACT_DECLARED);

        // Then
        assertThat(storage.query(NOT_ENFORCED)).containsExactly("star.order_line");
        assertThat(plan(FACT_DECLARED).changes()).isEmpty();
    }

    @Test
    void areSeenByReadersWhenTheyAreMerelyDeclared() {
        // Given
        load(DECLARED);

        // When
        List<String> seen = storage.query("""
                select enforced, count(*) from information_schema.table_constraints
                where table_schema = 'star' and table_name = 'order_line' and constraint_type = 'FOREIGN KEY'
                group by enforced""");

        // Then
        int roles = FACT.roles().size();
        assertThat(seen).containsExactly("NO|" + roles);
    }

    @Test
    void letRowsReferToNoneWhenTheyAreMerelyDeclaredAndVerifyFindsThem() {
        // Given
        load(DECLARED);
        storage.execute(LEAVE_AN_ORPHAN);

        // When
        List<CheckOutcome> outcomes =
                storage.port(WarehouseChecks.class).run(Shop.LAYOUT, List.of("foreign-keys"), 10, (_, _, _, _) -> {});

        // Then
        assertThat(outcomes.getFirst().findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.where()).isEqualTo("star.order_line"));
    }

    @Test
    void comeToBeEnforced() {
        // Given
        load(DECLARED);
        SchemaPlan plan = plan(Shop.MODEL);

        // When
        apply(Shop.MODEL, plan);

        // Then
        assertThat(plan.changes()).isNotEmpty().hasOnlyElementsOfType(SchemaChange.ChangeEnforcement.class);
        assertThat(plan.incompatible()).isEmpty();
        assertThat(plan(Shop.MODEL).changes()).isEmpty();
        assertThat(storage.query("select count(*) from pg_constraint where contype = 'f' and not (conenforced and"
                        + " convalidated)"))
                .containsExactly("0");
        assertThat(refusalOf(LEAVE_AN_ORPHAN)).isEqualTo(FailureCode.INVARIANT_BROKEN);
    }

    @Test
    void ceaseToBeEnforced() {
        // Given
        load(Shop.MODEL);
        SchemaPlan plan = plan(DECLARED);

        // When
        apply(DECLARED, plan);

        // Then
        assertThat(plan.changes()).isNotEmpty().hasOnlyElementsOfType(SchemaChange.ChangeEnforcement.class);
        assertThat(plan(DECLARED).changes()).isEmpty();
        assertThat(commit(LEAVE_AN_ORPHAN)).isPositive();
    }

    @Test
    void doNotComeToBeEnforcedOfRowsThatReferToNone() {
        // Given
        load(DECLARED);
        storage.execute(LEAVE_AN_ORPHAN);
        SchemaPlan plan = plan(Shop.MODEL);

        // When
        var refusal = catchThrowableOfType(StartideException.class, () -> apply(Shop.MODEL, plan));

        // Then
        assertThat(refusal.code()).isEqualTo(FailureCode.MODEL_CONFLICT);
        assertThat(refusal).hasMessageContaining("star.order_line").hasMessageContaining("startide verify");
        assertThat(plan(Shop.MODEL)).isEqualTo(plan);
    }

    @Test
    void areCheckedWhileOthersReadAndWrite() {
        // Given
        load(DECLARED);
        apply(Shop.MODEL, plan(Shop.MODEL));
        storage.execute("update pg_constraint set convalidated = false where contype = 'f'"
                + " and conrelid = 'star.order_line'::regclass");
        int roles = FACT.roles().size();

        // When
        int checked = storage.port(Database.class).inTransaction(Pool.LOAD, "write", writing -> {
            try (Statement statement = writing.createStatement()) {
                statement.execute("set local lock_timeout = 100");
                statement.execute("update star.order_line set quantity = quantity");
                statement.execute("update star.customer set city = city");
                return storage.port(Database.class).inTransaction(Pool.CONTROL, "check", UncheckedKeys::check);
            }
        });

        // Then
        assertThat(checked).isEqualTo(roles);
    }

    private static LoadedShop load(WarehouseModel model) {
        LoadedShop shop = LoadedShop.empty(storage, WarehouseLayout.of(model));
        shop.log("0", aCustomer("c-1").at("2026-01-01T08:00:00Z"));
        shop.log(
                "0",
                anOrder("o-1", "c-1").with("lines", List.of(aLine(1, "p-1", 2))).at("2026-02-01T12:00:00Z"));
        return shop.load();
    }

    private static void apply(WarehouseModel model, SchemaPlan plan) {
        storage.port(WarehouseCatalog.class).apply(model, plan);
    }

    private static SchemaPlan plan(WarehouseModel model) {
        return SchemaDiff.between(
                storage.port(WarehouseCatalog.class).existing(),
                WarehouseLayout.of(model).schema());
    }

    private static FailureCode refusalOf(String sql) {
        StartideException refusal = catchThrowableOfType(StartideException.class, () -> commit(sql));
        assertThat(refusal).as(sql).isNotNull();
        return refusal.code();
    }

    private static int commit(String sql) {
        return storage.port(Database.class).inTransaction(Pool.LOAD, "write by hand", connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }
}
