package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.EventBuilder.events;
import static dev.startide.domain.testkit.WritesBuilder.aWrite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.NoticeOutbox;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quarantine.QuarantineNotice;
import dev.startide.domain.star.CursorMove;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.warehouse.mapping.EventName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an outbox of notices promises. An adapter proves itself by extending this class and
/// supplying an empty database that has the schema of the shop, where notices are wanted.
public abstract class NoticeOutboxContract {

    private final List<QuarantineNotice> sent = new ArrayList<>();
    private AdaptersUnderTest adapters;
    private NoticeOutbox outbox;
    private OpenLane lane;
    private long epoch;

    /// The adapters of a database with the schema of the shop, and nothing in it.
    protected abstract AdaptersUnderTest adapters();

    /// The outbox of the same database.
    protected abstract NoticeOutbox outbox();

    @BeforeEach
    final void setTwoAside() {
        adapters = adapters();
        outbox = outbox();
        lane = adapters.rawLog().open(Shop.CUSTOMERS, new LaneName("lane-0"));
        adapters.rawLog().append(Shop.CUSTOMERS, IngestBatch.of(lane, events("e-1", "e-2")));
        epoch = adapters.lease().acquire("loader", Duration.ofHours(1)).orElseThrow();
        write(aWrite().quarantining(held(1), held(2)).moving(new CursorMove(lane.id(), 0, 2, 0, 2, Map.of())));
    }

    @Test
    void deliversEachNoticeOnceInOrder() {
        // When
        int first = outbox.deliver(1, sent::addAll);
        int second = outbox.deliver(10, sent::addAll);

        // Then
        assertThat(first).isEqualTo(1);
        assertThat(second).isEqualTo(1);
        assertThat(outbox.deliver(10, sent::addAll)).isZero();
        assertThat(sent).extracting(QuarantineNotice::event).containsExactly(held(1), held(2));
        assertThat(sent).extracting(QuarantineNotice::attempts).containsOnly(1);
    }

    @Test
    void keepsWhatCouldNotBeSent() {
        // Given
        assertThatThrownBy(() -> outbox.deliver(10, _ -> {
                    throw StartideException.because(FailureCode.SOURCE_UNAVAILABLE, "The broker is away");
                }))
                .isInstanceOf(StartideException.class);

        // When
        outbox.deliver(10, sent::addAll);

        // Then
        assertThat(sent).hasSize(2);
    }

    @Test
    void tellsAgainOfAnEventThatFailsAgain() {
        // Given
        outbox.deliver(10, _ -> {});

        // When
        write(aWrite().quarantining(held(2)));

        // Then
        outbox.deliver(10, sent::addAll);
        assertThat(sent).extracting(QuarantineNotice::attempts).containsExactly(2);
    }

    private QuarantinedEvent held(long position) {
        return new QuarantinedEvent(
                new LanePosition(lane.id(), position),
                Shop.CUSTOMERS.name(),
                new Rejection(Rejection.Stage.PARSE, Rejection.Reason.TYPE_MISMATCH, "no number"),
                position == 2 ? Optional.of(new EventName("customer_moved")) : Optional.empty());
    }

    private void write(WritesBuilder writes) {
        adapters.warehouse().write(writes.build(), epoch);
    }
}
