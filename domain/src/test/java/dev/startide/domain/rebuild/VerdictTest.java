package dev.startide.domain.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.rebuild.AccountDifference.Account;
import dev.startide.domain.rebuild.RebuildScope.Extent;
import dev.startide.domain.rebuild.TableDifference.Shape;
import dev.startide.warehouse.schema.TableName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final TableName SALE = new TableName("star", "sale");
    private static final TableName CUSTOMER = new TableName("star", "customer");
    private static final RebuildScope ALL = new RebuildScope(Extent.EVERYTHING, Set.of(SALE, CUSTOMER));
    private static final RebuildScope ONLY_SALE = new RebuildScope(Extent.SOME_TABLES, Set.of(SALE));
    private static final AccountDifference ACCOUNT =
            new AccountDifference(new LaneId(1), new Account(1, 1, 0), new Account(2, 0, 0));

    @Test
    void swapsWhatIsTheSame() {
        // When
        Verdict verdict = Verdict.on(ALL, comparison(0, 0), OnDifference.KEEP_LIVE);

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Swap());
    }

    @Test
    void keepsWhatIsLiveWhereTheRebuiltDiffers() {
        // When
        Verdict verdict = Verdict.on(ALL, comparison(1, 0), OnDifference.KEEP_LIVE);

        // Then
        assertThat(verdict).isInstanceOf(Verdict.Keep.class);
    }

    @Test
    void swapsWhatDiffersIfThatIsWanted() {
        // When
        Verdict verdict = Verdict.on(ALL, comparison(1, 1), OnDifference.SWAP);

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Swap());
    }

    @Test
    void neverSwapsSomeTablesWhenOthersWouldHaveToChangeToo() {
        // When
        Verdict verdict = Verdict.on(ONLY_SALE, comparison(1, 1), OnDifference.SWAP);

        // Then
        assertThat(verdict).asString().contains("star.customer", "--all");
    }

    @Test
    void neverSwapsSomeTablesWhenEventsCameToCountOtherwise() {
        // Given
        Comparison comparison = new Comparison(comparison(1, 0).tables(), List.of(ACCOUNT));

        // When
        Verdict verdict = Verdict.on(ONLY_SALE, comparison, OnDifference.SWAP);

        // Then
        assertThat(verdict).asString().contains("--all");
    }

    @Test
    void reportsTablesOfAnotherShapeAsDiffering() {
        // Given
        TableDifference other = new TableDifference(SALE, Shape.OTHER, 5, 0, 0, 0, List.of());

        // When
        Verdict verdict = Verdict.on(ALL, new Comparison(List.of(other), List.of()), OnDifference.KEEP_LIVE);

        // Then
        assertThat(verdict).isInstanceOf(Verdict.Keep.class);
    }

    private static Comparison comparison(long sales, long customers) {
        return new Comparison(
                List.of(
                        new TableDifference(SALE, Shape.SAME, 9, 0, 0, sales, List.of()),
                        new TableDifference(CUSTOMER, Shape.SAME, 9, customers, 0, 0, List.of())),
                List.of());
    }
}
