package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.domain.testkit.TypedEventBuilder.anEventOf;
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
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.bank.Bank;
import dev.startide.domain.testkit.bank.BankEvents;
import dev.startide.domain.testkit.bank.Renaming;
import dev.startide.domain.testkit.clinic.Clinic;
import dev.startide.domain.testkit.clinic.ClinicEvents;
import dev.startide.domain.testkit.course.RandomEvents;
import dev.startide.domain.testkit.everything.Everything;
import dev.startide.domain.testkit.oracle.Contradiction;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopEvents;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each check finds what it is for, and nothing else; a warehouse that was loaded has no findings.
class PostgresWarehouseChecksIT {

    private static final long SEEDS = 50;
    private static final String PRICED_REVERSALS =
            "select 1 from star.booking where entry_kind = 'reversal' and price is not null";

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
                .containsExactlyInAnyOrder(
                        "keys-of-one-member",
                        "references-as-it-was",
                        "bridge-weights",
                        "facts-with-their-combination",
                        "book-balances",
                        "periods-without-gaps");
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
    @MethodSource("dev.startide.adapter.outbound.postgres.verify.Planted#inTheShop")
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
                set session_replication_role = replica;
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

    @ParameterizedTest
    @MethodSource("dev.startide.adapter.outbound.postgres.verify.Planted#inReferences")
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

    @ParameterizedTest
    @MethodSource("dev.startide.adapter.outbound.postgres.verify.Planted#inBridges")
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

    @ParameterizedTest
    @MethodSource("dev.startide.adapter.outbound.postgres.verify.Planted#inMiniDimensions")
    void findCombinationsThatAreWrong(Planted mistake) {
        // Given
        LoadedShop company = LoadedShop.empty(storage, Everything.LAYOUT);
        company.log("0", told("k1", "2026-01-01T08:00:00Z", "low"));
        company.log("0", told("k1", "2026-03-01T08:00:00Z", "high"));
        company.log("0", told("k2", "2026-01-01T08:00:00Z", "high"));
        company.log(
                "0",
                anEventOf(Everything.MODEL, "line_ordered")
                        .at("2026-04-01T08:00:00Z")
                        .with("order_id", "o1")
                        .with("line_no", 1)
                        .with("customer_id", "k1")
                        .with("payer_id", "k2")
                        .with("placed_at", Instant.parse("2026-04-01T08:00:00Z")));
        company.load();
        storage.execute("set session_replication_role = replica; " + mistake.sql());

        // When
        List<CheckOutcome> outcomes = verify(Everything.LAYOUT);

        // Then
        assertThat(failed(outcomes)).containsExactly(mistake.check());
    }

    @ParameterizedTest
    @MethodSource("dev.startide.adapter.outbound.postgres.verify.Planted#inKeys")
    void findKeysThatAreWrong(Planted mistake) {
        // Given
        LoadedShop bank = LoadedShop.empty(storage, Renaming.LAYOUT);
        bank.log("0", told("c1", "2026-01-01T08:00:00Z").with("tier", "x"));
        bank.log("0", told("c2", "2026-03-01T08:00:00Z").with("former_id", "c1"));
        bank.load();
        storage.execute("set session_replication_role = replica; " + mistake.sql());

        // When
        List<CheckOutcome> outcomes = verify(Renaming.LAYOUT);

        // Then
        assertThat(failed(outcomes)).containsExactly(mistake.check());
        assertThat(outcomes.stream().flatMap(outcome -> outcome.findings().stream()))
                .first()
                .satisfies(finding -> assertThat(finding.where()).isEqualTo(mistake.table()));
    }

    @ParameterizedTest
    @MethodSource("dev.startide.adapter.outbound.postgres.verify.PlantedFacts#ofEveryKind")
    void findFactsThatAreWrong(Planted mistake) {
        // Given
        aCompanyThatTookSomethingBack();
        storage.execute("set session_replication_role = replica; " + mistake.sql());

        // When
        List<CheckOutcome> outcomes = verify(Everything.LAYOUT);

        // Then
        assertThat(failed(outcomes)).containsExactly(mistake.check());
        assertThat(outcomes.stream().flatMap(outcome -> outcome.findings().stream()))
                .first()
                .satisfies(finding -> assertThat(finding.where()).isEqualTo(mistake.table()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findNothingInCompaniesThatWereLoadedAtRandom(long seed) {
        // Given
        aCompanyLoadedAtRandom(seed);

        // When
        List<CheckOutcome> outcomes = verify(Everything.LAYOUT);

        // Then
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.findings()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findNothingWhereMembersChangedTheirKeysAtRandom(long seed) {
        // Given
        LoadedShop bank = LoadedShop.empty(storage, Renaming.LAYOUT);
        Gen gen = Gen.seeded(seed);
        RandomEvents events = new RandomEvents(Renaming.MODEL);
        for (int round = 0; round < 6; round++) {
            events.some(gen).forEach(event -> bank.log("0", event));
            bank.load();
        }

        // When
        List<CheckOutcome> outcomes = verify(Renaming.LAYOUT);

        // Then
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.findings()).isEmpty());
    }

    private static TypedEventBuilder told(String customer, String at, String band) {
        return anEventOf(Everything.MODEL, "customer_told")
                .at(at)
                .with("customer_id", customer)
                .with("band", band);
    }

    /// The first one at random whose books have reversals of a price.
    private static void aCompanyThatTookSomethingBack() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            aCompanyLoadedAtRandom(seed);
            if (!storage.query(PRICED_REVERSALS).isEmpty()) {
                return;
            }
        }
        throw new AssertionError("No company of %d took anything back".formatted(SEEDS));
    }

    /// Facts of every kind, with periods that are filled, but for the last ones.
    private static void aCompanyLoadedAtRandom(long seed) {
        LoadedShop company = LoadedShop.empty(storage, Everything.LAYOUT);
        RandomEvents events = new RandomEvents(Everything.MODEL);
        Gen gen = Gen.seeded(seed);
        for (int round = 0; round < 8; round++) {
            events.some(gen).stream()
                    .filter(event -> !Contradiction.isIn(event.build(), Everything.MODEL))
                    .forEach(event -> company.log("0", event));
            company.load();
            company.fill(Everything.DAYS.get(round / 2));
        }
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
        Set<String> planted = Planted.everywhere().map(Planted::check).collect(Collectors.toCollection(TreeSet::new));

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

    private static TypedEventBuilder told(String customer, String at) {
        return TypedEventBuilder.anEventOf(Renaming.MODEL, "customer_told")
                .with("customer_id", customer)
                .at(at);
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
