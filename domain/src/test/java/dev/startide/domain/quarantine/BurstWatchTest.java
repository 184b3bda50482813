package dev.startide.domain.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.domain.quarantine.PausedSource.LetThrough;
import dev.startide.warehouse.mapping.SourceName;
import java.util.List;
import org.junit.jupiter.api.Test;

class BurstWatchTest {

    private static final SourceName ORDERS = new SourceName("orders");
    private static final SourceName CUSTOMERS = new SourceName("customers");
    private static final BurstRule THREE_OF_FIVE = new BurstRule.After(3, 5);

    private final BurstWatch watch = new BurstWatch(THREE_OF_FIVE, List.of());

    @Test
    void findsABurstOfOneReason() {
        assertThat(watch.setAside(ORDERS, because(Reason.TYPE_MISMATCH))).isEmpty();
        watch.passed(ORDERS);
        assertThat(watch.setAside(ORDERS, because(Reason.TYPE_MISMATCH))).isEmpty();
        assertThat(watch.setAside(ORDERS, because(Reason.TYPE_MISMATCH)))
                .contains(new Burst(ORDERS, because(Reason.TYPE_MISMATCH)));
    }

    @Test
    void takesEachReasonAndEachSourceByItself() {
        watch.setAside(ORDERS, because(Reason.TYPE_MISMATCH));
        watch.setAside(ORDERS, because(Reason.TYPE_MISMATCH));
        assertThat(watch.setAside(ORDERS, because(Reason.FIELD_MISSING))).isEmpty();
        assertThat(watch.setAside(CUSTOMERS, because(Reason.TYPE_MISMATCH))).isEmpty();
    }

    @Test
    void forgetsWhatWasLongAgo() {
        watch.setAside(ORDERS, because(Reason.TYPE_MISMATCH));
        watch.setAside(ORDERS, because(Reason.TYPE_MISMATCH));
        for (int count = 0; count < 4; count++) {
            watch.passed(ORDERS);
        }
        assertThat(watch.setAside(ORDERS, because(Reason.TYPE_MISMATCH))).isEmpty();
        assertThat(watch.setAside(ORDERS, because(Reason.TYPE_MISMATCH))).isEmpty();
        assertThat(watch.setAside(ORDERS, because(Reason.TYPE_MISMATCH))).isPresent();
    }

    @Test
    void letsABurstThroughUntilItIsOver() {
        BurstWatch letting = new BurstWatch(THREE_OF_FIVE, List.of(new LetThrough(ORDERS, Reason.TYPE_MISMATCH)));
        for (int count = 0; count < 20; count++) {
            assertThat(letting.setAside(ORDERS, because(Reason.TYPE_MISMATCH))).isEmpty();
        }
        for (int count = 0; count < 3; count++) {
            letting.passed(ORDERS);
        }
        assertThat(letting.setAside(ORDERS, because(Reason.TYPE_MISMATCH))).isEmpty();
        assertThat(letting.setAside(ORDERS, because(Reason.TYPE_MISMATCH))).isEmpty();
        assertThat(letting.setAside(ORDERS, because(Reason.TYPE_MISMATCH))).isPresent();
    }

    @Test
    void findsNothingIfNothingIsToBeFound() {
        BurstWatch never = new BurstWatch(new BurstRule.Never(), List.of());
        for (int count = 0; count < 10; count++) {
            assertThat(never.setAside(ORDERS, because(Reason.TYPE_MISMATCH))).isEmpty();
        }
    }

    @Test
    void boundsWhatIsRemembered() {
        assertThatThrownBy(() -> new BurstRule.After(5, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BurstRule.After(0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BurstRule.After(1, BurstRule.After.MOST + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Rejection because(Reason reason) {
        return new Rejection(Rejection.Stage.PARSE, reason, "no number");
    }
}
