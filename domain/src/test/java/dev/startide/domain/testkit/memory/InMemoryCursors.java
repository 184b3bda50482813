package dev.startide.domain.testkit.memory;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.port.outbound.Cursors;
import java.util.HashMap;
import java.util.Map;

/// The cursors that a warehouse in memory moves.
public final class InMemoryCursors implements Cursors {

    private final InMemoryDatabase database;

    public InMemoryCursors(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Map<LaneId, Long> positions() {
        synchronized (database) {
            Map<LaneId, Long> positions = new HashMap<>();
            database.accounts().forEach((lane, account) -> positions.put(lane, account.cursor()));
            return positions;
        }
    }
}
