package dev.startide.domain.service;

import static dev.startide.domain.testkit.shop.ShopEvent.aMove;
import static dev.startide.domain.testkit.shop.ShopEvent.aProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quarantine.BurstRule;
import dev.startide.domain.quarantine.PausedSource;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopRows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourcePausesTest {

    private final LoadRun run = new LoadRun(Shop.LAYOUT, 2, 100);

    @BeforeEach
    void pauseAfterThreeOfFive() {
        run.pauseAfter(new BurstRule.After(3, 5));
    }

    @Test
    void pausesASourceInABurstInPlaceOfFillingTheQuarantine() {
        // Given
        logSickMoves(6);

        // When
        run.drain();

        // Then
        assertThat(run.loader().paused())
                .extracting(PausedSource::source, PausedSource::reason)
                .containsExactly(tuple(Shop.CUSTOMERS.name(), Rejection.Reason.PAYLOAD_UNREADABLE));
        assertThat(run.accountOf("customers-a")).isEqualTo("0 loaded, 2 quarantined, 0 ignored");
    }

    @Test
    void loadsTheOtherSourcesMeanwhile() {
        // Given
        logSickMoves(6);
        run.drain();
        run.log("a", aProduct("p1").build());
        run.log("b", aMove("c1", "Linz").build());

        // When
        run.drain();

        // Then
        assertThat(run.accountOf("products-a")).isEqualTo("1 loaded, 0 quarantined, 0 ignored");
        assertThat(run.accountOf("customers-b")).isEqualTo("0 loaded, 0 quarantined, 0 ignored");
    }

    @Test
    void staysPausedForTheNextLoader() {
        // Given
        logSickMoves(6);
        run.drain();
        run.restart("second", 2, 100);

        // When
        run.drain();

        // Then
        assertThat(run.loader().paused()).hasSize(1);
        assertThat(run.accountOf("customers-a")).isEqualTo("0 loaded, 2 quarantined, 0 ignored");
    }

    @Test
    void goesOnAfterWhereItStoppedWhenSomebodySaysSo() {
        // Given
        logSickMoves(6);
        run.log("a", aMove("c9", "Linz").build());
        run.drain();
        run.quarantine().resume(Shop.CUSTOMERS.name(), "anna", "we know");

        // When
        run.drain();

        // Then
        assertThat(run.loader().paused()).isEmpty();
        assertThat(run.accountOf("customers-a")).isEqualTo("1 loaded, 6 quarantined, 0 ignored");
    }

    @Test
    void pausesForWhatTheDatabaseRefusesAfterTheBatch() {
        // Given
        run.warehouse().refuse((table, _) -> table.equals(ShopRows.CUSTOMER.name()));
        for (int count = 0; count < 6; count++) {
            run.log("a", aMove("c" + count, "Linz").build());
        }

        // When
        run.drain();

        // Then
        assertThat(run.loader().paused())
                .extracting(PausedSource::reason)
                .containsExactly(Rejection.Reason.REFUSED_BY_DATABASE);
        assertThat(run.accountOf("customers-a")).isEqualTo("0 loaded, 4 quarantined, 0 ignored");
    }

    private void logSickMoves(int events) {
        for (int count = 0; count < events; count++) {
            run.logSick("a", aMove("c" + count, "Graz").build());
        }
    }
}
