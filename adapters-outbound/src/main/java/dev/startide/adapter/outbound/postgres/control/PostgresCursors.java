package dev.startide.adapter.outbound.postgres.control;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.port.outbound.Cursors;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads how far each lane is loaded; the loader's write moves it.
@Singleton
final class PostgresCursors implements Cursors {

    private final Database database;
    private final CursorRows rows;

    PostgresCursors(Database database, CursorRows rows) {
        this.database = database;
        this.rows = rows;
    }

    @Override
    public Map<LaneId, Long> positions() {
        database.ensureOwnTables();
        return database.translated(
                "read the load cursors",
                () -> rows.findByPositionGreaterThan(0).stream()
                        .collect(Collectors.toUnmodifiableMap(row -> new LaneId(row.lane()), CursorRow::position)));
    }
}
