package dev.startide.adapter.outbound.postgres.control;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.LivingSession;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.LoaderLease;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;

/// Lease and cursors of a loader that is not the live one.
public final class Controls {

    private Controls() {}

    /// The lease in a schema that has its table.
    public static LoaderLease leaseIn(String schema, Database database, LivingSession session) {
        return new PostgresLoaderLease(database, session, schema);
    }

    /// The cursors in a schema that has their table.
    public static Cursors cursorsIn(String schema, Database database) {
        String sql = "select lane, position from %s.load_cursor where position > 0".formatted(schema);
        return () -> database.directly(Pool.CONTROL, "read the cursors of the rebuild", connection -> {
            Map<LaneId, Long> positions = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    positions.put(new LaneId(rows.getInt(1)), rows.getLong(2));
                }
            }
            return Map.copyOf(positions);
        });
    }
}
