package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.domain.testkit.TypedEventBuilder.anEventOf;
import static dev.startide.domain.testkit.bank.BankEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.port.outbound.WarehouseChecks;
import dev.startide.domain.quality.Check;
import dev.startide.domain.quality.CheckOutcome;
import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.bank.Bank;
import dev.startide.domain.testkit.bank.Renaming;
import dev.startide.domain.testkit.clinic.Clinic;
import dev.startide.domain.testkit.clinic.ClinicEvents;
import dev.startide.domain.testkit.everything.Everything;
import dev.startide.domain.testkit.shop.Shop;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each check finds what it is for, and nothing else.
class PlantedMistakesIT {

    private static final long SEEDS = 50;
    private static final String PRICED_REVERSALS =
            "select 1 from star.booking where entry_kind = 'reversal' and price is not null";

    private static PostgresStorage storage;
    private static CheckedWarehouse warehouse;

    @BeforeAll
    static void start() {
        storage = PostgresStorage.fresh();
        warehouse = new CheckedWarehouse(storage);
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @ParameterizedTest
    @MethodSource("dev.startide.adapter.outbound.postgres.verify.Planted#inTheShop")
    void findWhatTheyAreForAndNothingElse(Planted mistake) {
        // Given
        warehouse.loadShop();
        warehouse.plant(mistake);

        // When
        List<CheckOutcome> outcomes = warehouse.verify(Shop.LAYOUT);

        // Then
        assertThat(CheckedWarehouse.failed(outcomes)).containsExactly(mistake.check());
        assertThat(outcomes.stream().flatMap(outcome -> outcome.findings().stream()))
                .first()
                .satisfies(finding -> assertThat(finding.where()).isEqualTo(mistake.table()));
        restoreConstraints();
    }

    @Test
    void findAMemberThatHasTwoCurrentVersions() {
        // Given
        warehouse.loadShop();
        storage.execute("""
                set session_replication_role = replica;
                update star.customer set is_current = true, valid_to = '9999-12-31 00:00:00+00'
                where customer_id = 'c-1' and version = 2""");

        // When
        List<CheckOutcome> outcomes = warehouse.verify(Shop.LAYOUT);

        // Then
        assertThat(CheckedWarehouse.failed(outcomes))
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
        warehouse.plant(mistake);

        // When
        List<CheckOutcome> outcomes = warehouse.verify(Bank.LAYOUT);

        // Then
        assertThat(CheckedWarehouse.failed(outcomes)).containsExactly(mistake.check());
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
        warehouse.plant(mistake);

        // When
        List<CheckOutcome> outcomes = warehouse.verify(Clinic.LAYOUT);

        // Then
        assertThat(CheckedWarehouse.failed(outcomes)).containsExactly(mistake.check());
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
        warehouse.plant(mistake);

        // When
        List<CheckOutcome> outcomes = warehouse.verify(Everything.LAYOUT);

        // Then
        assertThat(CheckedWarehouse.failed(outcomes)).containsExactly(mistake.check());
    }

    @ParameterizedTest
    @MethodSource("dev.startide.adapter.outbound.postgres.verify.Planted#inKeys")
    void findKeysThatAreWrong(Planted mistake) {
        // Given
        LoadedShop bank = LoadedShop.empty(storage, Renaming.LAYOUT);
        bank.log("0", told("c1", "2026-01-01T08:00:00Z").with("tier", "x"));
        bank.log("0", told("c2", "2026-03-01T08:00:00Z").with("former_id", "c1"));
        bank.load();
        warehouse.plant(mistake);

        // When
        List<CheckOutcome> outcomes = warehouse.verify(Renaming.LAYOUT);

        // Then
        assertThat(CheckedWarehouse.failed(outcomes)).containsExactly(mistake.check());
        assertThat(outcomes.stream().flatMap(outcome -> outcome.findings().stream()))
                .first()
                .satisfies(finding -> assertThat(finding.where()).isEqualTo(mistake.table()));
    }

    @ParameterizedTest
    @MethodSource("dev.startide.adapter.outbound.postgres.verify.PlantedFacts#ofEveryKind")
    void findFactsThatAreWrong(Planted mistake) {
        // Given
        aCompanyThatTookSomethingBack();
        warehouse.plant(mistake);

        // When
        List<CheckOutcome> outcomes = warehouse.verify(Everything.LAYOUT);

        // Then
        assertThat(CheckedWarehouse.failed(outcomes)).containsExactly(mistake.check());
        assertThat(outcomes.stream().flatMap(outcome -> outcome.findings().stream()))
                .first()
                .satisfies(finding -> assertThat(finding.where()).isEqualTo(mistake.table()));
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

    /// The first one at random whose books have reversals of a price.
    private static void aCompanyThatTookSomethingBack() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            warehouse.loadCompanyAtRandom(seed);
            if (!storage.query(PRICED_REVERSALS).isEmpty()) {
                return;
            }
        }
        throw new AssertionError("No company of %d took anything back".formatted(SEEDS));
    }

    /// Our own tables outlive the tests of a class; those of a warehouse are made anew for each.
    private static void restoreConstraints() {
        storage.execute("""
                alter table startide.load_cursor drop constraint if exists every_event_is_accounted_for;
                truncate startide.load_cursor;
                alter table startide.load_cursor add constraint every_event_is_accounted_for
                  check (position = loaded + quarantined + ignored)""");
    }

    private static TypedEventBuilder told(String customer, String at, String band) {
        return anEventOf(Everything.MODEL, "customer_told")
                .at(at)
                .with("customer_id", customer)
                .with("band", band);
    }

    private static TypedEventBuilder told(String customer, String at) {
        return TypedEventBuilder.anEventOf(Renaming.MODEL, "customer_told")
                .with("customer_id", customer)
                .at(at);
    }
}
