package dev.startide.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.port.outbound.QuarantineNotices;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quarantine.QuarantineNotice;
import dev.startide.warehouse.mapping.SourceName;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a receiver of notices promises. An adapter proves itself by extending this class and
/// supplying a receiver that has got none.
public abstract class QuarantineNoticesContract {

    /// A receiver that has got no notices.
    protected abstract QuarantineNotices notices();

    /// The numbers of the notices that have come, in their order.
    ///
    /// @param count how many to wait for
    protected abstract List<Long> received(int count);

    @Test
    void getsEachNoticeInItsOrder() {
        // Given
        QuarantineNotices notices = notices();

        // When
        notices.send(List.of(aNotice(1), aNotice(2)));
        notices.send(List.of(aNotice(3)));

        // Then
        assertThat(received(3)).containsExactly(1L, 2L, 3L);
    }

    /// A notice of the event at a position.
    protected static QuarantineNotice aNotice(long number) {
        return new QuarantineNotice(
                number,
                new QuarantinedEvent(
                        new LanePosition(new LaneId(1), number),
                        new SourceName("orders"),
                        new Rejection(Rejection.Stage.PARSE, Rejection.Reason.TYPE_MISMATCH, "no number")),
                1,
                Instant.parse("2026-03-15T12:00:00Z"));
    }
}
