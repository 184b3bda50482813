package dev.startide.adapter.outbound.postgres.log;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.warehouse.mapping.Source;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/// Keeps the raw log in `raw.event`, and its lanes in `startide.lane`.
@Singleton
final class PostgresRawLog implements RawLog {

    private final Database database;
    private final LaneRows lanes = new LaneRows();
    private final PayloadSchemas schemas;
    private final EventAppender appender;
    private final EventPages pages;

    PostgresRawLog(Database database) {
        this.database = database;
        this.schemas = new PayloadSchemas();
        this.appender = new EventAppender(lanes, schemas);
        this.pages = new EventPages(schemas);
    }

    @Override
    public OpenLane open(Source source, LaneName lane) {
        return database.inTransaction(
                Pool.INGEST,
                "open lane %s of source %s".formatted(lane, source.name()),
                connection -> lanes.open(connection, source.name(), lane));
    }

    @Override
    public IngestReceipt append(Source source, IngestBatch batch) {
        String action = "append %d events to lane %s"
                .formatted(batch.events().size(), batch.lane().id());
        database.directly(Pool.INGEST, action, connection -> schemas.keep(connection, batch.events()));
        return database.inTransaction(Pool.INGEST, action, connection -> appender.append(connection, source, batch));
    }

    @Override
    public List<LoggedEvent> read(Map<LaneId, Long> after, int maxEvents, long maxBytes) {
        return database.directly(
                Pool.LOAD, "read the raw log", connection -> pages.read(connection, after, maxEvents, maxBytes));
    }

    @Override
    public Map<LaneId, Long> released() {
        return database.directly(Pool.CONTROL, "ask what the raw log still holds", EventPages::released);
    }
}
