package dev.startide.domain.service;

import static dev.startide.domain.testkit.shop.ShopEvent.aCustomer;
import static dev.startide.domain.testkit.shop.ShopEvent.aLine;
import static dev.startide.domain.testkit.shop.ShopEvent.aMove;
import static dev.startide.domain.testkit.shop.ShopEvent.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.rebuild.OnDifference;
import dev.startide.domain.rebuild.RebuildOutcome;
import dev.startide.domain.rebuild.RebuildStanding;
import dev.startide.domain.rebuild.RebuildStep;
import dev.startide.domain.rebuild.TableDifference;
import dev.startide.domain.rebuild.Verdict;
import dev.startide.domain.rebuild.Wish;
import dev.startide.domain.testkit.memory.InMemoryWarehouse.Fault;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopRows;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildServiceTest {

    private static final Wish EVERYTHING = new Wish.Everything();

    private final LoadRun run = new LoadRun(Shop.LAYOUT, 2, 100);
    private final RebuildService rebuild = run.rebuild(2, 100);

    @BeforeEach
    void load() {
        run.log("a", aCustomer("c1").at("2026-01-01T00:00:00Z").build());
        run.log("a", aMove("c1", "Linz").at("2026-03-01T00:00:00Z").build());
        run.log(
                "b",
                anOrder("o1", "c1").with("lines", List.of(aLine(1, "p1", 2))).build());
        run.log("a", aMove("c1", "Wien").at("2026-02-01T00:00:00Z").build());
        run.logUnreadable(Shop.CUSTOMERS, "a");
        run.drain();
    }

    @Test
    void buildsTheSameRowsWithTheSameKeysAndSwapsThem() {
        // Given
        List<String> before = rows();
        rebuild.begin(EVERYTHING);
        catchUp(rebuild);

        // When
        RebuildOutcome outcome = rebuild.finish(OnDifference.KEEP_LIVE);

        // Then
        assertThat(outcome.verdict()).isEqualTo(new Verdict.Swap());
        assertThat(outcome.comparison().differing()).isEmpty();
        assertThat(rows()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(rebuild.standing()).isInstanceOf(RebuildStanding.Swapped.class);
    }

    @Test
    void takesInWhatIsLoadedWhileItBuilds() {
        // Given
        rebuild.begin(EVERYTHING);
        rebuild.loadNext();
        run.log("a", aMove("c1", "Graz").at("2026-02-15T00:00:00Z").build());
        run.drain();
        List<String> before = rows();

        // When
        RebuildOutcome outcome = rebuild.finish(OnDifference.KEEP_LIVE);

        // Then
        assertThat(outcome.comparison().differing()).isEmpty();
        assertThat(rows()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void goesNoFurtherThanTheLiveWarehouse() {
        // Given
        rebuild.begin(EVERYTHING);
        run.log("a", aMove("c1", "Graz").at("2026-05-01T00:00:00Z").build());

        // When
        rebuild.finish(OnDifference.KEEP_LIVE);

        // Then
        assertThat(run.drain()).extracting(LoadStep.Loaded::loaded).containsExactly(1L);
    }

    @Test
    void givesTheRightToLoadBack() {
        // Given
        rebuild.begin(EVERYTHING);

        // When
        rebuild.finish(OnDifference.KEEP_LIVE);

        // Then
        assertThat(run.loader().loadNext()).isInstanceOf(LoadStep.Idle.class);
    }

    @Test
    void keepsWhatIsLiveIfTheRebuiltDiffers() {
        // Given
        damage();
        List<String> before = rows();
        rebuild.begin(EVERYTHING);

        // When
        RebuildOutcome outcome = rebuild.finish(OnDifference.KEEP_LIVE);

        // Then
        assertThat(outcome.verdict()).isInstanceOf(Verdict.Keep.class);
        assertThat(outcome.comparison().differing())
                .extracting(TableDifference::table, TableDifference::changed)
                .containsExactly(tuple(ShopRows.CUSTOMER.name(), 1L));
        assertThat(rows()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void swapsWhatDiffersIfThatIsWanted() {
        // Given
        List<String> before = rows();
        damage();
        rebuild.begin(EVERYTHING);

        // When
        RebuildOutcome outcome = rebuild.finish(OnDifference.SWAP);

        // Then
        assertThat(outcome.verdict()).isEqualTo(new Verdict.Swap());
        assertThat(rows()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void loadsWhatWasQuarantinedAndIsReadableNow() {
        // Given
        run.readFromNowOn(aCustomer("c2").at("2026-01-05T00:00:00Z").build());
        rebuild.begin(EVERYTHING);

        // When
        RebuildOutcome outcome = rebuild.finish(OnDifference.SWAP);

        // Then
        assertThat(outcome.comparison().accounts()).hasSize(1);
        assertThat(run.warehouse().quarantined()).isEmpty();
        assertThat(members("customer_id")).contains("c2");
    }

    @Test
    void doesNotSwapSomeTablesIfEventsCountOtherwise() {
        // Given
        run.readFromNowOn(aCustomer("c2").at("2026-01-05T00:00:00Z").build());
        rebuild.begin(new Wish.Tables(List.of("norm.customer")));

        // When
        RebuildOutcome outcome = rebuild.finish(OnDifference.SWAP);

        // Then
        assertThat(outcome.verdict()).asString().contains("--all");
        assertThat(run.warehouse().quarantined()).hasSize(1);
    }

    @Test
    void goesOnWhereAProcessThatDiedHasCome() {
        // Given
        rebuild.begin(EVERYTHING);
        rebuild.loadNext();
        run.shadows().warehouse().failNext(Fault.AFTER_COMMIT);
        assertThatThrownBy(rebuild::loadNext).isInstanceOf(StartideException.class);
        rebuild.release();
        RebuildService next = run.rebuild(3, 1);

        // When
        next.resume();
        RebuildOutcome outcome = next.finish(OnDifference.KEEP_LIVE);

        // Then
        assertThat(outcome.verdict()).isEqualTo(new Verdict.Swap());
    }

    @Test
    void endsItsBatchesWhenSomebodyAsksToPause() {
        // Given
        rebuild.begin(EVERYTHING);
        run.rebuild(1, 1).pause();

        // When
        RebuildStep step = rebuild.loadNext();

        // Then
        assertThat(step).isEqualTo(new RebuildStep.Paused());
        rebuild.resume();
        assertThat(rebuild.loadNext()).isInstanceOf(RebuildStep.Loaded.class);
    }

    @Test
    void beginsNoSecondRebuild() {
        // Given
        rebuild.begin(EVERYTHING);

        // When
        // Then
        assertThatThrownBy(() -> rebuild.begin(EVERYTHING))
                .isInstanceOfSatisfying(
                        StartideException.class,
                        failure -> assertThat(failure.code()).isEqualTo(FailureCode.MODEL_CONFLICT))
                .hasMessageContaining("--resume");
    }

    @Test
    void refusesToBeginWithoutTheBeginningOfTheLog() {
        // Given
        run.letGo("customers-a", 2);

        // When
        // Then
        assertThatThrownBy(() -> rebuild.begin(EVERYTHING))
                .isInstanceOfSatisfying(
                        StartideException.class,
                        failure -> assertThat(failure.code()).isEqualTo(FailureCode.MODEL_CONFLICT))
                .hasMessageContaining("first 2 events")
                .hasMessageContaining("--from-what-is-left");
        assertThat(rebuild.standing()).isEqualTo(new RebuildStanding.None());
    }

    @Test
    void keepsFormerTablesUntilTheyAreConfirmed() {
        // Given
        rebuild.begin(EVERYTHING);
        rebuild.finish(OnDifference.KEEP_LIVE);
        assertThatThrownBy(() -> rebuild.begin(EVERYTHING)).hasMessageContaining("--confirm");

        // When
        rebuild.confirm();

        // Then
        assertThat(rebuild.standing()).isEqualTo(new RebuildStanding.None());
        assertThatThrownBy(rebuild::revert).isInstanceOf(StartideException.class);
    }

    @Test
    void putsFormerTablesBackAndLoadsAgainWhatCameSince() {
        // Given
        damage();
        List<String> damaged = rows();
        rebuild.begin(EVERYTHING);
        rebuild.finish(OnDifference.SWAP);
        run.log(
                "b",
                anOrder("o9", "c1").with("lines", List.of(aLine(1, "p1", 2))).build());
        run.drain();

        // When
        rebuild.revert();

        // Then
        assertThat(rows()).containsExactlyInAnyOrderElementsOf(damaged);
        assertThat(run.drain()).extracting(LoadStep.Loaded::loaded).containsExactly(1L);
    }

    @Test
    void isGivenUpWithoutTouchingWhatIsLive() {
        // Given
        List<String> before = rows();
        rebuild.begin(EVERYTHING);
        rebuild.loadNext();

        // When
        rebuild.discard();

        // Then
        assertThat(rebuild.standing()).isEqualTo(new RebuildStanding.None());
        assertThat(rows()).containsExactlyInAnyOrderElementsOf(before);
    }

    private static void catchUp(RebuildService rebuild) {
        while (rebuild.loadNext() instanceof RebuildStep.Loaded) {
            Thread.onSpinWait();
        }
    }

    /// Somebody has changed a row by hand.
    private void damage() {
        run.damage(ShopRows.CUSTOMER, "name", "Mallory");
    }

    private List<String> rows() {
        return Shop.LAYOUT.schema().tables().stream()
                .flatMap(table -> run.warehouse().rows(table.name()).stream().map(row -> table.name() + text(row)))
                .toList();
    }

    private List<@Nullable Object> members(String column) {
        int at = ShopRows.CUSTOMER_DIMENSION.writtenColumns().stream()
                .map(each -> each.name().value())
                .toList()
                .indexOf(column);
        return run.warehouse().rows(ShopRows.CUSTOMER_DIMENSION.name()).stream()
                .<@Nullable Object>map(row -> row[at])
                .toList();
    }

    private static String text(@Nullable Object[] row) {
        return Arrays.toString(row);
    }
}
