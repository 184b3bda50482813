package dev.startide.domain.testkit.memory;

import dev.startide.domain.testkit.ShadowTablesContract;
import dev.startide.domain.testkit.shop.Shop;

class InMemoryShadowTablesTest extends ShadowTablesContract {

    @Override
    protected ShadowsUnderTest emptyShop() {
        InMemoryStorage storage = new InMemoryStorage(Shop.LAYOUT);
        return new ShadowsUnderTest(storage.adapters(), storage.shadows(), storage::rows);
    }
}
