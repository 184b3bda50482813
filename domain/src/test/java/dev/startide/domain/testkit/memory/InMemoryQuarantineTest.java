package dev.startide.domain.testkit.memory;

import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.QuarantineAdapters;
import dev.startide.domain.testkit.QuarantineContract;
import dev.startide.domain.testkit.shop.Shop;

class InMemoryQuarantineTest extends QuarantineContract {

    private final InMemoryStorage storage = new InMemoryStorage(Shop.LAYOUT);

    @Override
    protected AdaptersUnderTest adapters() {
        return storage.adapters();
    }

    @Override
    protected QuarantineAdapters quarantine() {
        return storage.quarantine();
    }
}
