package dev.startide.domain.testkit.memory;

import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.course.PeriodLimitsContract;

class InMemoryPeriodLimitsTest extends PeriodLimitsContract {

    @Override
    protected AdaptersUnderTest emptyWarehouse() {
        return new InMemoryStorage(LAYOUT).adapters();
    }
}
