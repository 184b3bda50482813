package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.domain.testkit.bank.BankEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.port.outbound.WarehouseChecks;
import dev.startide.domain.quality.CheckOutcome;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.service.LoadService;
import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.bank.Bank;
import dev.startide.domain.testkit.bank.BankEvents;
import dev.startide.domain.testkit.bank.Renaming;
import dev.startide.domain.testkit.clinic.Clinic;
import dev.startide.domain.testkit.clinic.ClinicEvents;
import dev.startide.domain.testkit.course.RandomEvents;
import dev.startide.domain.testkit.everything.Everything;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A warehouse that was loaded has no findings, whatever it was loaded with; [PlantedMistakesIT] has some.
class PostgresWarehouseChecksIT {

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

    @Test
    void findNothingInAWarehouseThatWasLoaded() {
        // Given
        warehouse.loadShop();

        // When
        List<CheckOutcome> outcomes = warehouse.verify(Shop.LAYOUT);

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
        List<CheckOutcome> outcomes = warehouse.verify(Shop.LAYOUT);

        // Then
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.findings()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findNothingInCompaniesThatWereLoadedAtRandom(long seed) {
        // Given
        warehouse.loadCompanyAtRandom(seed);

        // When
        List<CheckOutcome> outcomes = warehouse.verify(Everything.LAYOUT);

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
        List<CheckOutcome> outcomes = warehouse.verify(Renaming.LAYOUT);

        // Then
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.findings()).isEmpty());
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
        List<CheckOutcome> outcomes = warehouse.verify(Clinic.LAYOUT);

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
        List<CheckOutcome> outcomes = warehouse.verify(Bank.LAYOUT);

        // Then
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.findings()).isEmpty());
    }

    @Test
    void showAFewFindingsAndCountTheOthers() {
        // Given
        warehouse.loadShop();
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
            warehouse.verify(Shop.LAYOUT).stream()
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
}
