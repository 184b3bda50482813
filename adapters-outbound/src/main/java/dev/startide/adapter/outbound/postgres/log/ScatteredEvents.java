package dev.startide.adapter.outbound.postgres.log;

import dev.startide.adapter.outbound.postgres.log.LaneShares.Backlog;
import dev.startide.adapter.outbound.postgres.sql.SqlArrays;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePart;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.port.outbound.EventLookup.Found;
import dev.startide.warehouse.mapping.SourceName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads events that lie here and there in the log, no more of them than a number of bytes holds.
record ScatteredEvents(EventPages pages) {

    private static final String LANES = "select id, source from startide.lane";
    private static final String SIZES = SqlFile.beside(ScatteredEvents.class, "sizes_of.sql");

    /// Reads the first of some events.
    ///
    /// @param wanted in the order of lanes and positions
    Found read(Connection connection, List<LanePosition> wanted, long maxBytes) throws SQLException {
        Map<LanePosition, Long> sizes = sizes(connection, wanted);
        int looked = 0;
        long bytes = 0;
        for (LanePosition at : wanted) {
            bytes += sizes.getOrDefault(at, 0L);
            if (looked > 0 && bytes > maxBytes) {
                break;
            }
            looked++;
        }
        List<LanePosition> there =
                wanted.subList(0, looked).stream().filter(sizes::containsKey).toList();
        List<Backlog> parts = LanePart.of(there).stream()
                .map(part -> new Backlog(part.lane(), part.first(), part.last()))
                .toList();
        return new Found(pages.parts(connection, parts, sources(connection)), looked);
    }

    private static Map<LanePosition, Long> sizes(Connection connection, List<LanePosition> wanted) throws SQLException {
        Map<LanePosition, Long> sizes = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SIZES)) {
            statement.setArray(1, SqlArrays.ofLanes(connection, wanted));
            statement.setArray(2, SqlArrays.ofPositions(connection, wanted));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sizes.put(new LanePosition(new LaneId(rows.getInt(1)), rows.getLong(2)), rows.getLong(3));
                }
            }
        }
        return sizes;
    }

    private static Map<LaneId, SourceName> sources(Connection connection) throws SQLException {
        Map<LaneId, SourceName> sources = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(LANES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sources.put(new LaneId(rows.getInt(1)), new SourceName(rows.getString(2)));
            }
        }
        return sources;
    }
}
