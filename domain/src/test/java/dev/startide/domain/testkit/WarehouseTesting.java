package dev.startide.domain.testkit;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.Warehouse;

/// What the parts of the warehouse's contract have at hand.
interface WarehouseTesting {

    /// The adapters of the test's database, with the schema of the shop unless another was asked
    /// for.
    AdaptersUnderTest adapters();

    /// Writes as the loader.
    void write(WritesBuilder writes);

    /// The epoch of the loader's lease.
    long epoch();

    default Warehouse warehouse() {
        return adapters().warehouse();
    }

    /// The code with which a write fails.
    default FailureCode refusalOf(WritesBuilder writes) {
        StartideException refusal = catchThrowableOfType(StartideException.class, () -> write(writes));
        if (refusal == null) {
            throw new AssertionError("The write should have been refused");
        }
        return refusal.code();
    }
}
