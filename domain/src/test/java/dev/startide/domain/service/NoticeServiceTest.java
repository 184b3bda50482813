package dev.startide.domain.service;

import static dev.startide.domain.testkit.shop.ShopEvent.aMove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startide.domain.failure.StartideException;
import dev.startide.domain.testkit.memory.RecordingNotices;
import dev.startide.domain.testkit.shop.Shop;
import org.junit.jupiter.api.Test;

class NoticeServiceTest {

    private final LoadRun run = new LoadRun(Shop.LAYOUT, 2, 100);
    private final RecordingNotices receiver = new RecordingNotices();
    private final NoticeService notices = new NoticeService(run.outbox(), receiver);

    @Test
    void tellsOfEachEventThatWasSetAside() {
        // Given
        run.logSick("a", aMove("c1", "Graz").build());
        run.log("a", aMove("c2", "Graz").build());
        run.drain();

        // When
        int sent = notices.next();

        // Then
        assertThat(sent).isEqualTo(1);
        assertThat(receiver.received()).hasSize(1);
        assertThat(notices.next()).isZero();
    }

    @Test
    void stopsNothingWhileTheReceiverIsAway() {
        // Given
        receiver.failNext(1);
        run.logSick("a", aMove("c1", "Graz").build());
        run.drain();
        assertThatThrownBy(notices::next).isInstanceOf(StartideException.class);
        run.log("a", aMove("c2", "Graz").build());

        // When
        run.drain();

        // Then
        assertThat(run.accountOf("customers-a")).isEqualTo("1 loaded, 1 quarantined, 0 ignored");
        assertThat(notices.next()).isEqualTo(1);
    }
}
