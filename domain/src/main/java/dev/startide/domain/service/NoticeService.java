package dev.startide.domain.service;

import dev.startide.domain.port.inbound.SendNotices;
import dev.startide.domain.port.outbound.NoticeOutbox;
import dev.startide.domain.port.outbound.QuarantineNotices;

/// Takes notices from the outbox and sends them.
public final class NoticeService implements SendNotices {

    /// Bounds what is under way at once.
    private static final int MOST = 500;

    private final NoticeOutbox outbox;
    private final QuarantineNotices receiver;

    public NoticeService(NoticeOutbox outbox, QuarantineNotices receiver) {
        this.outbox = outbox;
        this.receiver = receiver;
    }

    @Override
    public int next() {
        return outbox.deliver(MOST, receiver::send);
    }
}
