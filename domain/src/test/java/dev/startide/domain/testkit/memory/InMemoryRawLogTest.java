package dev.startide.domain.testkit.memory;

import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.testkit.RawLogContract;

class InMemoryRawLogTest extends RawLogContract {

    @Override
    protected RawLog emptyRawLog() {
        return new InMemoryRawLog();
    }
}
