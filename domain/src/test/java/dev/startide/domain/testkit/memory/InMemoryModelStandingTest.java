package dev.startide.domain.testkit.memory;

import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.testkit.ModelStandingContract;

class InMemoryModelStandingTest extends ModelStandingContract {

    @Override
    protected WarehouseCatalog catalogOfAnEmptyDatabase() {
        return new InMemoryCatalog(new InMemoryDatabase());
    }
}
