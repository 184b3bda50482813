package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.shop.ShopEvent.aCorrection;
import static dev.startide.domain.testkit.shop.ShopEvent.aCustomer;
import static dev.startide.domain.testkit.shop.ShopEvent.aLine;
import static dev.startide.domain.testkit.shop.ShopEvent.aMove;
import static dev.startide.domain.testkit.shop.ShopEvent.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.LoaderLease.Purpose;
import dev.startide.domain.port.outbound.ShadowTables;
import dev.startide.domain.rebuild.OnDifference;
import dev.startide.domain.rebuild.RebuildOutcome;
import dev.startide.domain.rebuild.RebuildScope;
import dev.startide.domain.rebuild.RebuildStanding;
import dev.startide.domain.rebuild.Verdict;
import dev.startide.domain.rebuild.Wish;
import dev.startide.domain.service.RebuildService;
import dev.startide.domain.testkit.course.WarehouseRun;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.warehouse.schema.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What tables beside the live ones promise. An adapter proves itself by extending this class and
/// supplying an empty warehouse of the shop.
public abstract class ShadowTablesContract {

    private static final Wish EVERYTHING = new Wish.Everything();
    private static final RebuildScope ALL = RebuildScope.of(Shop.LAYOUT, EVERYTHING);

    private ShadowsUnderTest adapters;
    private WarehouseRun run;
    private RebuildService rebuild;

    /// The adapters of one database, and all rows of one of its live tables.
    public record ShadowsUnderTest(AdaptersUnderTest adapters, ShadowTables shadows, Rows rows) {

        /// Reads a live table.
        @FunctionalInterface
        public interface Rows {
            List<@Nullable Object[]> of(Table table);
        }
    }

    /// An empty warehouse of the shop. Called once before each test.
    protected abstract ShadowsUnderTest emptyShop();

    /// What happened in the live warehouse until now.
    protected final WarehouseRun run() {
        return run;
    }

    /// A process that rebuilds it.
    protected final RebuildService rebuild() {
        return rebuild;
    }

    @BeforeEach
    final void load() {
        adapters = emptyShop();
        run = new WarehouseRun(adapters.adapters(), Shop.LAYOUT);
        run.change("loader", 2, 100);
        rebuild = run.rebuild(adapters.shadows(), 2, 100);
        run.log("a", aCustomer("c1").at("2026-01-01T00:00:00Z").build());
        run.log("a", aMove("c1", "Linz").at("2026-03-20T00:00:00Z").build());
        run.log(
                "b",
                anOrder("o1", "c1").with("lines", List.of(aLine(1, "p1", 2))).build());
        run.log(
                "b",
                anOrder("o2", null)
                        .with("lines", List.of(aLine(1, "p1", 2), aLine(2, "p2", 1)))
                        .build());
        run.log("a", aMove("c1", "Wien").at("2026-02-01T00:00:00Z").build());
        run.logUnreadable(Shop.CUSTOMERS, "a");
        run.logUnknown(Shop.CUSTOMERS, "a");
        run.drain();
    }

    @Test
    final void haveTheSameRowsAndKeysOnceTheyAreLoaded() {
        // Given
        List<String> before = rows();
        rebuild.begin(EVERYTHING);

        // When
        RebuildOutcome outcome = rebuild.finish(OnDifference.KEEP_LIVE);

        // Then
        assertThat(outcome.comparison().differing()).isEmpty();
        assertThat(outcome.comparison().accounts()).isEmpty();
        assertThat(outcome.verdict()).isEqualTo(new Verdict.Swap());
        assertThat(rows()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(run.rebuild(adapters.shadows(), 1, 1).standing()).isEqualTo(new RebuildStanding.Swapped(ALL));
    }

    @Test
    final void areLoadedFurtherAfterTheSwap() {
        // Given
        rebuild.begin(EVERYTHING);
        rebuild.finish(OnDifference.KEEP_LIVE);

        // When
        run.log("a", aMove("c1", "Graz").at("2026-03-10T00:00:00Z").build());
        run.log("b", aCorrection("o1", 1, 7).build());
        run.drain();

        // Then
        rebuild.confirm();
        rebuild.begin(EVERYTHING);
        assertThat(rebuild.finish(OnDifference.KEEP_LIVE).comparison().differing())
                .isEmpty();
    }

    @Test
    final void getTheKeysThatCameAboutWhileTheyWereBehind() {
        // Given
        rebuild.begin(EVERYTHING);
        rebuild.loadNext();
        rebuild.loadNext();
        run.log("a", aMove("c1", "Graz").at("2026-02-15T00:00:00Z").build());
        run.log(
                "a",
                aMove("c1", "Wien").at("2026-02-15T00:00:00Z").inSequence(1).build());
        run.log("a", aMove("c1", "Linz").at("2026-02-20T00:00:00Z").build());
        run.log(
                "b",
                anOrder("o3", "c7").with("lines", List.of(aLine(1, "p9", 2))).build());
        run.drain();

        // When
        RebuildOutcome outcome = rebuild.finish(OnDifference.KEEP_LIVE);

        // Then
        assertThat(outcome.comparison().differing()).isEmpty();
    }

    @Test
    final void takeTheAccountsWithThem() {
        // Given
        run.readFromNowOn(aCustomer("c2").at("2026-01-05T00:00:00Z").build());
        rebuild.begin(EVERYTHING);

        // When
        RebuildOutcome outcome = rebuild.finish(OnDifference.SWAP);

        // Then
        assertThat(outcome.comparison().accounts()).hasSize(1);
        assertThat(adapters.adapters().quarantine().get()).isEmpty();
        assertThat(adapters.adapters().progress().lanes()).allSatisfy(lane -> {
            assertThat(lane.quarantined()).isZero();
            assertThat(lane.waiting()).isZero();
        });
    }

    @Test
    final void takeThePlaceOfSomeTablesOnly() {
        // Given
        List<String> before = rows();
        rebuild.begin(new Wish.Tables(List.of(Shop.orderLines().table().name().toString())));

        // When
        RebuildOutcome outcome = rebuild.finish(OnDifference.KEEP_LIVE);

        // Then
        assertThat(outcome.verdict()).isEqualTo(new Verdict.Swap());
        assertThat(rows()).containsExactlyInAnyOrderElementsOf(before);
        run.log("a", aMove("c1", "Graz").at("2026-03-10T00:00:00Z").build());
        run.log(
                "b",
                anOrder("o5", "c1").with("lines", List.of(aLine(1, "p1", 2))).build());
        run.drain();
        rebuild.confirm();
        rebuild.begin(EVERYTHING);
        assertThat(rebuild.finish(OnDifference.KEEP_LIVE).comparison().differing())
                .isEmpty();
    }

    @Test
    final void giveWayToTheFormerOnes() {
        // Given
        List<String> before = rows();
        rebuild.begin(EVERYTHING);
        rebuild.finish(OnDifference.KEEP_LIVE);
        run.log(
                "b",
                anOrder("o9", "c1").with("lines", List.of(aLine(1, "p1", 2))).build());
        run.drain();

        // When
        rebuild.revert();

        // Then
        assertThat(rows()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(rebuild.standing()).isEqualTo(new RebuildStanding.None());
    }

    @Test
    final void areNotMadeTwice() {
        // Given
        rebuild.begin(EVERYTHING);

        // When
        StartideException refusal = catchThrowableOfType(
                StartideException.class, () -> adapters.shadows().create(Shop.LAYOUT, ALL));

        // Then
        assertThat(refusal.code()).isEqualTo(FailureCode.MODEL_CONFLICT);
    }

    @Test
    final void areNotSwappedByOneWhoHasLostTheLease() {
        // Given
        rebuild.begin(EVERYTHING);
        long epoch = adapters.adapters().lease().takeOver("another", Duration.ofMinutes(5), Purpose.TABLES);

        // When
        StartideException refusal = catchThrowableOfType(
                StartideException.class, () -> adapters.shadows().swap(Shop.LAYOUT, ALL, epoch - 1));

        // Then
        assertThat(refusal.code()).isEqualTo(FailureCode.FENCED);
        assertThat(rebuild.standing()).isEqualTo(new RebuildStanding.Building(ALL));
    }

    @Test
    final void areNotSwappedWhileTheyAreBehind() {
        // Given
        rebuild.begin(EVERYTHING);
        long epoch = adapters.adapters().lease().takeOver("rebuild", Duration.ofMinutes(5), Purpose.TABLES);

        // When
        StartideException refusal = catchThrowableOfType(
                StartideException.class, () -> adapters.shadows().swap(Shop.LAYOUT, ALL, epoch));

        // Then
        assertThat(refusal.code()).isEqualTo(FailureCode.FENCED);
    }

    @Test
    final void goWithoutATraceWhenTheyAreDropped() {
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

    /// All rows of all live tables, without their places in the log.
    protected final List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (Table table : Shop.LAYOUT.schema().tables()) {
            adapters.rows().of(table).forEach(row -> rows.add(table.name() + Arrays.toString(row)));
        }
        return rows;
    }
}
