package dev.startide.domain.testkit.memory;

import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.testkit.LoaderLeaseContract;
import java.time.InstantSource;

class InMemoryLeaseTest extends LoaderLeaseContract {

    @Override
    protected LoaderLease freeLease() {
        return new InMemoryLease(new InMemoryDatabase(), InstantSource.system());
    }
}
