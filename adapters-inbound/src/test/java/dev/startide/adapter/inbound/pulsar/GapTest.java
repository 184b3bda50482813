package dev.startide.adapter.inbound.pulsar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.inbound.pulsar.Gap.Holdings;
import dev.startide.adapter.inbound.pulsar.PulsarPosition.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GapTest {

    private static final PulsarPosition STORED = new PulsarPosition(7, 10, -1, -1);

    @Test
    void seesNoneWhileTheBrokerHasTheLedgerOfThePosition() {
        // When
        Gap gap = Gap.after(STORED, holdings(List.of(7L, 9L), new Entry(9, 3)));

        // Then
        assertThat(gap).isEqualTo(new Gap.None());
    }

    @Test
    void seesNoneBeforeAnythingWasRead() {
        // When
        Gap gap = Gap.after(PulsarPosition.START, holdings(List.of(9L), new Entry(9, 3)));

        // Then
        assertThat(gap).isEqualTo(new Gap.None());
    }

    @Test
    void seesOneWhereTheSubscriptionWentBeyondALedgerThatIsGone() {
        // When
        Gap gap = Gap.after(STORED, holdings(List.of(9L), new Entry(9, 3)));

        // Then
        assertThat(gap).isEqualTo(new Gap.Likely(9));
    }

    @Test
    void cannotExcludeOneWhereTheSubscriptionOnlyMovedOn() {
        // When
        Gap gap = Gap.after(STORED, holdings(List.of(9L), new Entry(9, -1)));

        // Then
        assertThat(gap).isEqualTo(new Gap.Possible(9));
    }

    @Test
    void readsWhatTheBrokerSays() throws IOException {
        // Given
        String stats = """
                {"ledgers":[{"ledgerId":7,"entries":2},{"ledgerId":9,"entries":0}],
                 "cursors":{"startide-orders":{"markDeletePosition":"9:-1"},"other":{"markDeletePosition":"1:1"}}}""";

        // When
        Holdings holdings = Holdings.of(
                AdminJson.read(new ByteArrayInputStream(stats.getBytes(StandardCharsets.UTF_8))), "startide-orders");

        // Then
        assertThat(holdings).isEqualTo(holdings(List.of(7L, 9L), new Entry(9, -1)));
    }

    @Test
    void knowsNothingOfABrokerThatSaysNothing() {
        // When
        Gap gap = Gap.after(STORED, Holdings.of(new AdminJson(null), "startide-orders"));

        // Then
        assertThat(gap).isEqualTo(new Gap.None());
    }

    private static Holdings holdings(List<Long> ledgers, Entry acknowledged) {
        return new Holdings(ledgers, Optional.of(acknowledged));
    }
}
