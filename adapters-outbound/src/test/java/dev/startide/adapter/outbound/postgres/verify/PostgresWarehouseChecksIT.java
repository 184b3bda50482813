package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.domain.testkit.bank.BankEvents.event;
import static dev.startide.domain.testkit.shop.ShopEvent.aCorrection;
import static dev.startide.domain.testkit.shop.ShopEvent.aCustomer;
import static dev.startide.domain.testkit.shop.ShopEvent.aLine;
import static dev.startide.domain.testkit.shop.ShopEvent.aMove;
import static dev.startide.domain.testkit.shop.ShopEvent.aProduct;
import static dev.startide.domain.testkit.shop.ShopEvent.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.port.outbound.WarehouseChecks;
import dev.startide.domain.quality.Check;
import dev.startide.domain.quality.CheckOutcome;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.service.LoadService;
import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.bank.Bank;
import dev.startide.domain.testkit.bank.BankEvents;
import dev.startide.domain.testkit.clinic.Clinic;
import dev.startide.domain.testkit.clinic.ClinicEvents;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopEvents;
import dev.startide.warehouse.layout.BridgeLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each check finds what it is for, and nothing else; a warehouse that was loaded has no findings.
class PostgresWarehouseChecksIT {

    private static PostgresStorage storage;

    /// A mistake in the rows of a warehouse that is otherwise well.
    ///
    /// @param check the one check that finds it
    /// @param table what the finding is about
    record Planted(String check, String table, String sql) {

        @Override
        public String toString() {
            return "%s: %s".formatted(check, sql.lines().findFirst().orElse(""));
        }
    }

    static Stream<Planted> planted() {
        return Stream.of(
                new Planted("lane-density", "raw.event", "delete from raw.event where lane = 1 and position = 1"),
                new Planted("lane-density", "raw.event", "update raw.event set lane = 77 where lane = 1"),
                new Planted(
                        "cursors",
                        "startide.load_cursor",
                        "update startide.load_cursor set position = position + 5, loaded = loaded + 5 where lane = 1"),
                new Planted("conservation", "startide.load_cursor", """
                        alter table startide.load_cursor drop constraint every_event_is_accounted_for;
                        update startide.load_cursor set loaded = loaded - 1 where lane = 1"""),
                new Planted(
                        "control-totals",
                        "startide.load_cursor",
                        "update startide.load_cursor set loaded = loaded - 1, ignored = ignored + 1 where lane = 1"),
                new Planted(
                        "control-totals",
                        "startide.load_cursor",
                        "update startide.load_cursor set loaded = loaded - 1, quarantined = quarantined + 1 where lane = 1"),
                new Planted(
                        "rows-have-events",
                        "star.order_line",
                        "update star.order_line set _position = 4711 where order_id = 'o-1' and line_no = 1"),
                new Planted(
                        "rows-have-events",
                        "norm.customer__change",
                        "update norm.customer__change set _lane = 99 where customer_id = 'c-1'"),
                new Planted(
                        "foreign-keys",
                        "norm.purchase",
                        "update norm.purchase set customer_id = 'nobody' where order_id = 'o-1'"),
                new Planted(
                        "foreign-keys",
                        "star.order_line",
                        "update star.order_line set product_key = 4711 where order_id = 'o-1' and line_no = 1"),
                new Planted(
                        "one-current-version",
                        "star.customer",
                        "update star.customer set is_current = false where customer_id = 'c-2'"),
                new Planted("adjacent-versions", "star.customer", """
                        update star.customer set valid_to = valid_to + interval '1 microsecond'
                        where customer_id = 'c-1' and version = 1"""),
                new Planted("adjacent-versions", "star.customer", """
                        update star.customer set valid_to = valid_to - interval '1 microsecond'
                        where customer_id = 'c-1' and version = 1"""),
                new Planted("adjacent-versions", "star.product", """
                        update star.product set valid_from = valid_from + interval '1 day'
                        where product_id = 'p-1' and version = 1"""),
                new Planted(
                        "adjacent-versions", "star.customer", "update star.customer set version = 7 where version = 2"),
                new Planted("one-durable-key", "star.customer", """
                        update star.customer set customer_id = 'c-2'
                        where customer_id = 'c-1' and version = 2"""),
                new Planted("special-members", "star.customer", "delete from star.customer where customer_key = -1"),
                new Planted("special-members", "star.date", "delete from star.date where date_key = -1"),
                new Planted(
                        "inferred-members",
                        "star.customer",
                        "update star.customer set is_inferred = true where customer_id = 'c-1'"),
                new Planted(
                        "inferred-members",
                        "star.customer",
                        "update star.customer set is_inferred = false where customer_id = 'c-9'"),
                new Planted("inferred-members", "star.customer", "delete from star.customer where customer_id = 'c-3'"),
                new Planted(
                        "current-shows-latest",
                        "star.customer",
                        "update star.customer set city = 'Ulm' where customer_id = 'c-1' and is_current"),
                new Planted(
                        "current-shows-latest",
                        "star.customer",
                        "update star.customer set email = null where customer_id = 'c-1'"),
                new Planted("hierarchies", "star.product", """
                        update star.product set name = 'Pencil' where product_id = 'p-2';
                        update norm.product set name = 'Pencil' where product_id = 'p-2'"""),
                new Planted(
                        "calendar-days",
                        "star.date",
                        "update star.date set calendar_date = calendar_date + 1 where date_key = 20260601"),
                new Planted("facts-as-it-was", "star.order_line", """
                        update star.order_line set customer_key = (
                          select customer_key from star.customer where customer_id = 'c-1' and version = 2)
                        where order_id = 'o-1'"""),
                new Planted("facts-as-it-was", "star.order_line", """
                        update star.order_line set event_time = '2026-03-20 08:00:00+00', ordered_key = 20260320
                        where order_id = 'o-1'"""),
                new Planted("facts-of-their-members", "star.order_line", """
                        update star.order_line set product_durable_key = (
                          select product_durable_key from star.product where product_id = 'p-2')
                        where order_id = 'o-1' and line_no = 1"""),
                new Planted(
                        "facts-on-their-day",
                        "star.order_line",
                        "update star.order_line set ordered_key = 20260601 where order_id = 'o-1' and line_no = 1"));
    }

    @BeforeAll
    static void start() {
        storage = PostgresStorage.fresh();
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @Test
    void findNothingInAWarehouseThatWasLoaded() {
        // Given
        aLoadedShop();

        // When
        List<CheckOutcome> outcomes = verify();

        // Then
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.findings()).isEmpty());
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.looked() == 0)
                .extracting(outcome -> outcome.check().name())
                .containsExactlyInAnyOrder("references-as-it-was", "bridge-weights");
    }

    @Test
    void findNothingInAnEmptyWarehouse() {
        // Given
        LoadedShop.empty(storage, Shop.LAYOUT);

        // When
        List<CheckOutcome> outcomes = verify();

        // Then
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.findings()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("planted")
    void findWhatTheyAreForAndNothingElse(Planted mistake) {
        // Given
        aLoadedShop();
        storage.execute("set session_replication_role = replica; " + mistake.sql());

        // When
        List<CheckOutcome> outcomes = verify();

        // Then
        assertThat(failed(outcomes)).containsExactly(mistake.check());
        assertThat(outcomes.stream().flatMap(outcome -> outcome.findings().stream()))
                .first()
                .satisfies(finding -> assertThat(finding.where()).isEqualTo(mistake.table()));
        restoreConstraints();
    }

    @Test
    void findAMemberThatHasTwoCurrentVersions() {
        // Given
        aLoadedShop();
        storage.execute("""
                update star.customer set is_current = true, valid_to = '9999-12-31 00:00:00+00'
                where customer_id = 'c-1' and version = 2""");

        // When
        List<CheckOutcome> outcomes = verify();

        // Then
        assertThat(failed(outcomes))
                .containsExactly("adjacent-versions", "current-shows-latest", "one-current-version");
        assertThat(outcomes.stream()
                        .filter(outcome -> outcome.check().name().equals("one-current-version"))
                        .flatMap(outcome -> outcome.findings().stream()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).isEqualTo("has more than one current version"));
    }

    static Stream<Planted> plantedInReferences() {
        return Stream.of(
                new Planted("references-as-it-was", "star.account", """
                        update star.account set owner_durable_key = referrer_durable_key
                        where account_id = 'a1' and is_current"""),
                new Planted("references-as-it-was", "star.account", """
                        update star.account set owner_key = (
                          select customer_key from star.customer where customer_id = 'c1' and version = 1)
                        where account_id = 'a1' and is_current"""),
                new Planted("references-as-it-was", "star.account", """
                        update star.account set parent_durable_key = 4711
                        where account_id = 'a1' and is_current"""));
    }

    @ParameterizedTest
    @MethodSource("plantedInReferences")
    void findReferencesThatAreWrong(Planted mistake) {
        // Given
        LoadedShop bank = LoadedShop.empty(storage, Bank.LAYOUT);
        bank.log(
                "0",
                event("customer_told", "2026-01-01T08:00:00Z")
                        .with("customer_id", "c1")
                        .with("tier", "x"));
        bank.log(
                "0",
                event("customer_told", "2026-03-01T08:00:00Z")
                        .with("customer_id", "c1")
                        .with("tier", "y"));
        bank.log(
                "0",
                event("account_told", "2026-02-01T08:00:00Z")
                        .with("account_id", "a1")
                        .with("customer_id", "c1")
                        .with("referrer_id", "c2")
                        .with("parent_id", "a2"));
        bank.load();
        storage.execute("set session_replication_role = replica; " + mistake.sql());

        // When
        List<CheckOutcome> outcomes = verify(Bank.LAYOUT);

        // Then
        assertThat(failed(outcomes)).containsExactly(mistake.check());
    }

    static Stream<Planted> plantedInBridges() {
        String bridge = aBridge().table().name().toString();
        return Stream.of(
                new Planted(
                        "bridge-weights",
                        bridge,
                        "update %s set weight = weight / 2 where ctid = (select min(ctid) from %s)"
                                .formatted(bridge, bridge)),
                new Planted("bridge-weights", bridge, "delete from %s".formatted(bridge)));
    }

    @ParameterizedTest
    @MethodSource("plantedInBridges")
    void findWeightsThatAreWrong(Planted mistake) {
        // Given
        LoadedShop clinic = LoadedShop.empty(storage, Clinic.LAYOUT);
        Gen gen = Gen.seeded(5);
        for (int round = 0; round < 6; round++) {
            ClinicEvents.some(gen).forEach(event -> clinic.log("0", event));
        }
        clinic.load();
        storage.execute("set session_replication_role = replica; " + mistake.sql());

        // When
        List<CheckOutcome> outcomes = verify(Clinic.LAYOUT);

        // Then
        assertThat(failed(outcomes)).containsExactly(mistake.check());
    }

    private static BridgeLayout aBridge() {
        return BridgeLayout.of(Clinic.LAYOUT.facts().getFirst()).getFirst();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findNothingInClinicsThatWereLoadedAtRandom(long seed) {
        // Given
        LoadedShop clinic = LoadedShop.empty(storage, Clinic.LAYOUT);
        Gen gen = Gen.seeded(seed);
        for (int round = 0; round < 6; round++) {
            ClinicEvents.some(gen).forEach(event -> clinic.log("0", event));
            clinic.load();
        }

        // When
        List<CheckOutcome> outcomes = verify(Clinic.LAYOUT);

        // Then
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.findings()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findNothingInWarehousesThatWereLoadedAtRandom(long seed) {
        // Given
        LoadedShop bank = LoadedShop.empty(storage, Bank.LAYOUT);
        Gen gen = Gen.seeded(seed);
        for (int round = 0; round < 6; round++) {
            BankEvents.some(gen).forEach(event -> bank.log("0", event));
            bank.load();
        }

        // When
        List<CheckOutcome> outcomes = verify(Bank.LAYOUT);

        // Then
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.findings()).isEmpty());
    }

    @Test
    void haveEachAMistakeThatIsPlanted() {
        // When
        Set<String> planted = Stream.of(planted(), plantedInReferences(), plantedInBridges())
                .flatMap(part -> part)
                .map(Planted::check)
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(storage.port(WarehouseChecks.class).all())
                .extracting(Check::name)
                .containsExactlyInAnyOrderElementsOf(planted);
    }

    @Test
    void showAFewFindingsAndCountTheOthers() {
        // Given
        aLoadedShop();
        storage.execute("update star.date set calendar_date = calendar_date + 1 where date_key > 0");

        // When
        CheckOutcome outcome = storage.port(WarehouseChecks.class)
                .run(Shop.LAYOUT, Set.of("calendar-days"), 2, (_, _, _, _) -> {})
                .getFirst();

        // Then
        assertThat(outcome.found()).isGreaterThan(300);
        assertThat(outcome.findings()).hasSize(2);
        assertThat(outcome.findings().getFirst().key()).startsWith("date_key=20250101, calendar_date=2025-01-02");
    }

    @Test
    void seeOneSnapshotWhileTheLoadGoesOn() throws InterruptedException {
        // Given
        LoadedShop shop = LoadedShop.empty(storage, Shop.LAYOUT);
        Gen gen = Gen.seeded(7);
        for (int round = 0; round < 40; round++) {
            ShopEvents.some(gen).forEach(event -> shop.log("0", event));
        }
        LoadService load = shop.loader();
        Thread loading = Thread.ofPlatform().start(() -> {
            while (load.loadNext() instanceof LoadStep.Loaded) {
                Thread.onSpinWait();
            }
        });

        // When
        List<CheckOutcome> found = new ArrayList<>();
        int rounds = 0;
        while (loading.isAlive()) {
            verify().stream()
                    .filter(outcome -> !outcome.isClean() && !isAboutData(outcome))
                    .forEach(found::add);
            rounds++;
        }
        loading.join();

        // Then
        assertThat(found).isEmpty();
        assertThat(rounds).isGreaterThan(1);
    }

    /// Random products share names between categories, which is what this check is for.
    private static boolean isAboutData(CheckOutcome outcome) {
        return outcome.check().name().equals("hierarchies");
    }

    private static List<CheckOutcome> verify() {
        return verify(Shop.LAYOUT);
    }

    private static List<CheckOutcome> verify(WarehouseLayout layout) {
        WarehouseChecks checks = storage.port(WarehouseChecks.class);
        List<String> all = checks.all().stream().map(Check::name).toList();
        return checks.run(layout, all, 10, (_, _, _, _) -> {});
    }

    private static List<String> failed(List<CheckOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !outcome.isClean())
                .map(outcome -> outcome.check().name())
                .toList();
    }

    /// Our own tables outlive the tests of a class; those of a warehouse are made anew for each.
    private static void restoreConstraints() {
        storage.execute("""
                alter table startide.load_cursor drop constraint if exists every_event_is_accounted_for;
                truncate startide.load_cursor;
                alter table startide.load_cursor add constraint every_event_is_accounted_for
                  check (position = loaded + quarantined + ignored)""");
    }

    /// Customers that move, one that a sale alone names, late news, events that were set aside.
    static LoadedShop aLoadedShop() {
        LoadedShop shop = LoadedShop.empty(storage, Shop.LAYOUT);
        shop.log("0", aCustomer("c-1").at("2026-03-01T08:00:00Z").with("city", "Graz"));
        shop.log("0", aCustomer("c-2"));
        shop.log("0", aCustomer("c-3"));
        shop.log("0", aProduct("p-1"));
        shop.log("0", aProduct("p-2").with("name", "Eraser").with("category", "school"));
        shop.log(
                "0",
                anOrder("o-1", "c-1")
                        .at("2026-03-02T08:00:00Z")
                        .with("lines", List.of(aLine(1, "p-1", 2), aLine(2, "p-9", 1))));
        shop.log("0", anOrder("o-2", "c-9").at("2026-03-20T08:00:00Z").with("lines", List.of(aLine(1, null, 2))));
        shop.logUnreadable("0", Shop.ORDERS);
        shop.logUnknown("0", Shop.ORDERS);
        shop.log("1", aMove("c-1", "Wien").at("2026-03-10T08:00:00Z"));
        shop.log("1", aMove("c-1", "Linz").at("2026-03-05T08:00:00Z"));
        shop.log(
                "1",
                aCorrection("o-1", 1, 5)
                        .at("2026-03-03T08:00:00Z")
                        .with("placed_at", Instant.parse("2026-03-02T08:00:00Z")));
        return shop.load();
    }
}
