package dev.startide.adapter.outbound.postgres.warehouse;

import static dev.startide.adapter.outbound.postgres.Shop.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.adapter.outbound.postgres.Shop;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.Progress;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.quality.LaneProgress;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.star.CursorMove;
import dev.startide.domain.star.LoadWrites;
import dev.startide.domain.star.TableWrites;
import dev.startide.domain.testkit.SourceBuilder;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.mapping.SourceName;
import dev.startide.warehouse.plan.SchemaDiff;
import dev.startide.warehouse.schema.Table;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the contract does not speak of: how rows, counts and reasons stand in their tables, and
/// what messages keep to themselves.
class PostgresWarehouseIT {

    private static PostgresStorage storage;

    private Warehouse warehouse;
    private LaneId lane;
    private long epoch;

    @BeforeAll
    static void start() {
        storage = PostgresStorage.fresh();
    }

    @BeforeEach
    void clear() {
        storage.clear();
        warehouse = storage.port(Warehouse.class);
        WarehouseCatalog catalog = storage.port(WarehouseCatalog.class);
        catalog.apply(Shop.MODEL, SchemaDiff.between(catalog.existing(), Shop.LAYOUT.schema()));
        lane = storage.port(RawLog.class)
                .open(SourceBuilder.aSource("orders").build(), new LaneName("lane-0"))
                .id();
        epoch = storage.port(LoaderLease.class)
                .acquire("loader", Duration.ofMinutes(1))
                .orElseThrow();
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @Test
    void takesRowsThatReferToEachOtherInAnyOrder() {
        // When
        write(
                inserts(Shop.CUSTOMERS.table(), Shop.customer("alice", "gold", "north")),
                inserts(Shop.REGIONS.table(), Shop.region("north")));

        // Then
        assertThat(warehouse.entities(Shop.REGIONS, List.of(Key.of("north")))).hasSize(1);
    }

    @Test
    void putsRowsInThePlaceOfOthersAndDeletes() {
        // Given
        writeTwoVersions();
        write(inserts(Shop.SALES.table(), Shop.sale(1, 1, 2, NOON, "1.00"), Shop.sale(2, 1, 2, NOON, "2.00")));
        Object[] changed = Shop.sale(1, 1, -1, NOON, "7.77");

        // When
        write(new TableWrites(Shop.SALES.table(), List.of(), List.<Object[]>of(changed), List.of(Key.of(2L, 1))));

        // Then
        assertThat(storage.query("select order_id, price, amount, buyer_key from star.sale"))
                .containsExactly("1|7.77|15.54|-1");
    }

    @Test
    void movesCursorsAndCountsWhatBecameOfEvents() {
        // Given
        CursorMove move = new CursorMove(lane, 0, 10, 5, 2, Map.of("NO_EVENT_TYPE", 3L));

        // When
        warehouse.write(new LoadWrites(List.of(), List.of(), List.of(), List.of(move)), epoch);

        // Then
        assertThat(storage.port(Cursors.class).positions()).containsExactly(Map.entry(lane, 10L));
        assertThat(storage.port(Progress.class).lanes())
                .containsExactly(new LaneProgress(lane, new SourceName("orders"), new LaneName("lane-0"), 0, 5, 2, 3));
        assertThat(storage.query("select rule, events from startide.ignored_by_rule"))
                .containsExactly("NO_EVENT_TYPE|3");
    }

    @Test
    void keepsQuarantinedEventsWithTheirReasonsAndCountsAttempts() {
        // Given
        QuarantinedEvent event = new QuarantinedEvent(
                new LanePosition(lane, 7),
                new SourceName("orders"),
                new Rejection(Rejection.Stage.PARSE, Rejection.Reason.TYPE_MISMATCH, "price is no \u0000 decimal"));
        LoadWrites writes = new LoadWrites(List.of(), List.of(), List.of(event), List.of());
        warehouse.write(writes, epoch);

        // When
        warehouse.write(writes, epoch);

        // Then
        assertThat(storage.query(
                        "select position, stage, reason, message, model_version, attempts from startide.quarantine"))
                .containsExactly("7|PARSE|TYPE_MISMATCH|price is no \\u0000 decimal|1|2");
    }

    @Test
    void refusesTextThatPostgresCannotHold() {
        // Given
        TableWrites rows = inserts(Shop.REGIONS.table(), Shop.region("no\u0000rth"));

        // When
        var failure = assertThatExceptionOfType(StartideException.class).isThrownBy(() -> write(rows));

        // Then
        failure.returns(FailureCode.DATA_REFUSED, StartideException::code).withMessageContaining("region_id");
    }

    @Test
    void refusesANumberThatIsTooLargeForItsColumnWithoutShowingIt() {
        // Given
        TableWrites rows = inserts(Shop.SALES.table(), Shop.sale(1, 1, -1, NOON, "99999999999.99"));

        // When
        var failure = assertThatExceptionOfType(StartideException.class).isThrownBy(() -> write(rows));

        // Then
        failure.returns(FailureCode.DATA_REFUSED, StartideException::code)
                .withMessageContaining("22003")
                .withMessageNotContaining("99999999999");
    }

    private void writeTwoVersions() {
        write(inserts(
                Shop.CUSTOMER.table(),
                Shop.version(2, 1, "alice", "gold", NOON, MemberLayout.OPEN_END),
                Shop.version(3, 1, "alice", "basic", MemberLayout.OPEN_START, NOON)));
    }

    private void write(TableWrites... tables) {
        warehouse.write(new LoadWrites(List.of(tables), List.of(), List.of(), List.of()), epoch);
    }

    private static TableWrites inserts(Table table, Object[]... rows) {
        return new TableWrites(table, List.of(rows), List.of(), List.of());
    }
}
