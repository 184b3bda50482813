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
import dev.startide.domain.quality.TableCount;
import dev.startide.domain.star.CursorMove;
import dev.startide.domain.star.LoadWrites;
import dev.startide.domain.star.Rekey;
import dev.startide.domain.star.TableWrites;
import dev.startide.domain.testkit.SourceBuilder;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.mapping.SourceName;
import dev.startide.warehouse.plan.SchemaDiff;
import dev.startide.warehouse.schema.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresWarehouseIT {

    private static final Instant MORNING = Instant.parse("2026-03-15T06:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-03-15T18:00:00Z");
    private static final LoadWrites NOTHING = new LoadWrites(List.of(), List.of(), List.of(), List.of());

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
    void findsTheEntitiesThatItWasGiven() {
        // Given
        Object[] alice = Shop.customer("alice", "gold", "north");
        write(inserts(Shop.REGIONS.table(), Shop.region("north")), inserts(Shop.CUSTOMERS.table(), alice));

        // When
        Map<Key, Object[]> found =
                warehouse.entities(Shop.CUSTOMERS, List.of(Key.of("alice"), Key.of("nobody"), Key.of("o'neil")));

        // Then
        assertThat(found).containsOnlyKeys(Key.of("alice"));
        assertThat(found.get(Key.of("alice"))).isEqualTo(alice);
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
    void findsAllChangesOfAnEntity() {
        // Given
        Object[] first = Shop.customerChange("alice", NOON, "gold");
        Object[] second = Shop.customerChange("alice", EVENING, "silver");
        write(inserts(Shop.CUSTOMER_CHANGES.table(), second, first, Shop.customerChange("bob", NOON, "gold")));

        // When
        Map<Key, List<Object[]>> found = warehouse.changes(Shop.CUSTOMER_CHANGES, List.of(Key.of("alice")));

        // Then
        assertThat(found).containsOnlyKeys(Key.of("alice"));
        assertThat(found.get(Key.of("alice"))).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void findsTheVersionsOfAMemberInTheOrderOfTheirValidity() {
        // Given
        writeTwoVersions();

        // When
        var found = warehouse.members(Shop.CUSTOMER, List.of(Key.of("alice"), Key.of("nobody")));

        // Then
        assertThat(found).containsOnlyKeys(Key.of("alice"));
        assertThat(found.get(Key.of("alice")).versions())
                .extracting(row -> row[0])
                .containsExactly(3L, 2L);
        assertThat(warehouse.highestKey(Shop.CUSTOMER)).isEqualTo(3);
    }

    @Test
    void startsKeysAtZeroAndKnowsTheDays() {
        // When
        long highest = warehouse.highestKey(Shop.CUSTOMER);

        // Then
        assertThat(highest).isZero();
        assertThat(warehouse.days(Shop.CALENDAR)).contains(LocalDate.of(2026, 3, 15));
    }

    @Test
    void findsFactsWithTheNaturalKeysOfTheirMembers() {
        // Given
        writeTwoVersions();
        Object[] known = Shop.sale(1, 1, 2, NOON, "10.00");
        Object[] unknown = Shop.sale(1, 2, -1, NOON, "0.05");
        write(inserts(Shop.SALES.table(), known, unknown));

        // When
        var found = warehouse.facts(Shop.SALES, List.of(Key.of(1L, 1), Key.of(1L, 2), Key.of(2L, 1)));

        // Then
        assertThat(found).containsOnlyKeys(Key.of(1L, 1), Key.of(1L, 2));
        assertThat(found.get(Key.of(1L, 1)).row()).isEqualTo(known);
        assertThat(found.get(Key.of(1L, 1)).members()).containsExactly(Optional.of(Key.of("alice")));
        assertThat(found.get(Key.of(1L, 2)).members()).containsExactly(Optional.empty());
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
    void pointsFactsOfAnIntervalAtAnotherVersion() {
        // Given
        writeTwoVersions();
        write(inserts(
                Shop.SALES.table(),
                Shop.sale(1, 1, 2, MORNING, "1.00"),
                Shop.sale(2, 1, 2, NOON, "1.00"),
                Shop.sale(3, 1, 2, EVENING, "1.00")));
        Rekey rekey = new Rekey(
                Shop.SALES.table().name(),
                FactLayout.keyOf(Shop.SALES.fact().roles().getFirst()),
                2,
                3,
                NOON,
                EVENING);

        // When
        warehouse.write(new LoadWrites(List.of(), List.of(rekey), List.of(), List.of()), epoch);

        // Then
        assertThat(storage.query("select order_id, buyer_key from star.sale order by 1"))
                .containsExactly("1|2", "2|3", "3|2");
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
    void refusesABatchThatWasWrittenBefore() {
        // Given
        LoadWrites writes = new LoadWrites(
                List.of(inserts(Shop.REGIONS.table(), Shop.region("north"))),
                List.of(),
                List.of(),
                List.of(new CursorMove(lane, 0, 1, 1, 0, Map.of())));
        warehouse.write(writes, epoch);

        // When
        var failure =
                assertThatExceptionOfType(StartideException.class).isThrownBy(() -> warehouse.write(writes, epoch));

        // Then
        failure.returns(FailureCode.FENCED, StartideException::code);
        assertThat(storage.port(Cursors.class).positions()).containsEntry(lane, 1L);
    }

    @Test
    void refusesALoaderWhoseLeaseWasTakenOver() {
        // Given
        LoaderLease lease = storage.port(LoaderLease.class);
        lease.release("loader");
        lease.acquire("other", Duration.ofMinutes(1));

        // When
        var failure =
                assertThatExceptionOfType(StartideException.class).isThrownBy(() -> warehouse.write(NOTHING, epoch));

        // Then
        failure.returns(FailureCode.FENCED, StartideException::code);
    }

    @Test
    void writesAllOfABatchOrNothing() {
        // Given
        LoadWrites writes = new LoadWrites(
                List.of(
                        inserts(Shop.REGIONS.table(), Shop.region("north")),
                        inserts(Shop.SALES.table(), Shop.sale(1, 1, 404, NOON, "1.00"))),
                List.of(),
                List.of(),
                List.of(new CursorMove(lane, 0, 1, 1, 0, Map.of())));

        // When
        var failure =
                assertThatExceptionOfType(StartideException.class).isThrownBy(() -> warehouse.write(writes, epoch));

        // Then
        failure.returns(FailureCode.DATA_REFUSED, StartideException::code);
        assertThat(storage.query("select * from norm.region")).isEmpty();
        assertThat(storage.port(Cursors.class).positions()).isEmpty();
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

    @Test
    void refusesAnUpdateOfARowThatIsNotThere() {
        // Given
        TableWrites rows =
                new TableWrites(Shop.REGIONS.table(), List.of(), List.<Object[]>of(Shop.region("nowhere")), List.of());

        // When
        var failure = assertThatExceptionOfType(StartideException.class).isThrownBy(() -> write(rows));

        // Then
        failure.returns(FailureCode.INVARIANT_BROKEN, StartideException::code);
    }

    @Test
    void countsTheRowsOfEachTable() {
        // Given
        write(inserts(Shop.REGIONS.table(), Shop.region("north"), Shop.region("south")));

        // When
        List<TableCount> counts = storage.port(Progress.class).tables();

        // Then
        assertThat(counts)
                .contains(new TableCount(Shop.REGIONS.table().name(), 2))
                .contains(new TableCount(Shop.CUSTOMER.table().name(), 1))
                .hasSize(6);
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
