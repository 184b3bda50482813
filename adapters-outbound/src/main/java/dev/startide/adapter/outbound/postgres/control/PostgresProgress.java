package dev.startide.adapter.outbound.postgres.control;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.adapter.outbound.postgres.sql.StorableText;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.port.outbound.Progress;
import dev.startide.domain.quality.LaneProgress;
import dev.startide.domain.quality.TableCount;
import dev.startide.warehouse.mapping.SourceName;
import dev.startide.warehouse.schema.TableName;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;

/// Counts from lanes and cursors, and rows of the warehouse's tables.
@Singleton
final class PostgresProgress implements Progress {

    private static final String TABLES = SqlFile.beside(PostgresProgress.class, "warehouse_tables.sql");

    private final Database database;
    private final LaneRows lanes;
    private final CursorRows cursors;

    PostgresProgress(Database database, LaneRows lanes, CursorRows cursors) {
        this.database = database;
        this.lanes = lanes;
        this.cursors = cursors;
    }

    /// Cursors are read before lanes, so that nothing is loaded that was not received.
    @Override
    public List<LaneProgress> lanes() {
        database.ensureOwnTables();
        return database.translated("read the progress of lanes", () -> {
            Map<Integer, CursorRow> byLane =
                    cursors.findAll().stream().collect(Collectors.toMap(CursorRow::lane, Function.identity()));
            return lanes.findAll().stream()
                    .map(lane -> progress(lane, byLane.getOrDefault(lane.id(), new CursorRow(lane.id(), 0, 0, 0, 0))))
                    .sorted(Comparator.comparing(
                                    (LaneProgress lane) -> lane.source().value())
                            .thenComparing(lane -> lane.name().value()))
                    .toList();
        });
    }

    private static LaneProgress progress(LaneRow lane, CursorRow cursor) {
        return new LaneProgress(
                new LaneId(lane.id()),
                new SourceName(lane.source()),
                new LaneName(StorableText.unescape(lane.name())),
                lane.nextPosition() - 1,
                cursor.loaded(),
                cursor.quarantined(),
                cursor.ignored());
    }

    @Override
    public List<TableCount> tables() {
        return database.looking("count the rows of the warehouse", connection -> {
            List<TableCount> counts = new ArrayList<>();
            for (TableName table : names(connection)) {
                counts.add(new TableCount(table, count(connection, table)));
            }
            return List.copyOf(counts);
        });
    }

    private static List<TableName> names(Connection connection) throws SQLException {
        List<TableName> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                names.add(new TableName(rows.getString(1), rows.getString(2)));
            }
        }
        return names;
    }

    private static long count(Connection connection, TableName table) throws SQLException {
        String sql = Names.RENDERER.render(DSL.selectCount().from(Names.table(table)));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
