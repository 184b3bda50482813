package dev.startide.domain.testkit.memory;

import dev.startide.domain.port.outbound.NoticeOutbox;
import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.NoticeOutboxContract;
import dev.startide.domain.testkit.shop.Shop;

class InMemoryNoticeOutboxTest extends NoticeOutboxContract {

    private final InMemoryStorage storage = new InMemoryStorage(Shop.LAYOUT);

    @Override
    protected AdaptersUnderTest adapters() {
        return storage.adapters();
    }

    @Override
    protected NoticeOutbox outbox() {
        return storage.outbox();
    }
}
