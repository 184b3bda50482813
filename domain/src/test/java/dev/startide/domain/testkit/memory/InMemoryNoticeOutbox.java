package dev.startide.domain.testkit.memory;

import dev.startide.domain.port.outbound.NoticeOutbox;
import dev.startide.domain.quarantine.QuarantineNotice;
import java.util.List;
import java.util.function.Consumer;

/// The notices of a warehouse in memory.
public final class InMemoryNoticeOutbox implements NoticeOutbox {

    private final InMemoryDatabase database;

    public InMemoryNoticeOutbox(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public int deliver(int limit, Consumer<List<QuarantineNotice>> sender) {
        synchronized (database) {
            List<QuarantineNotice> next =
                    database.notices().stream().limit(limit).toList();
            if (!next.isEmpty()) {
                sender.accept(next);
                database.notices().removeAll(next);
            }
            return next.size();
        }
    }
}
