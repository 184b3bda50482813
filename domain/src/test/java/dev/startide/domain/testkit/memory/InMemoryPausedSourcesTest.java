package dev.startide.domain.testkit.memory;

import dev.startide.domain.port.outbound.PausedSources;
import dev.startide.domain.testkit.PausedSourcesContract;

class InMemoryPausedSourcesTest extends PausedSourcesContract {

    @Override
    protected PausedSources nothingPaused() {
        return new InMemoryPausedSources();
    }
}
