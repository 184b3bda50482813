package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.star.LoadWrites;
import dev.startide.domain.star.TableWrites;
import dev.startide.warehouse.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Writes one batch within a transaction, in an order that never waits in a circle: lease, cursors,
/// rows table by table, re-keyed facts, deletions from the last table to the first, quarantine.
final class BatchWriter {

    private static final String DEFER = "set constraints all deferred";

    private final Map<Table, TableWriter> writers = new ConcurrentHashMap<>();
    private final ControlSql control;

    BatchWriter(ControlSql control) {
        this.control = control;
    }

    /// Writes everything but the commit.
    ///
    /// @return how many rows were written or deleted
    long write(Connection connection, LoadWrites writes, long epoch) throws SQLException {
        ControlWriter own = new ControlWriter(connection, control);
        own.requireLease(epoch);
        FailPoint.LEASE_CHECKED.reached();
        own.move(writes.cursors());
        FailPoint.CURSORS_MOVED.reached();
        defer(connection);
        long rows = 0;
        for (TableWrites table : writes.tables()) {
            rows += writer(table).put(connection, table);
        }
        FailPoint.ROWS_WRITTEN.reached();
        FactRekeying.apply(connection, writes.rekeys());
        FailPoint.FACTS_REKEYED.reached();
        for (TableWrites table : writes.tables().reversed()) {
            rows += writer(table).delete(connection, table.deletes());
        }
        FailPoint.ROWS_DELETED.reached();
        own.setAside(writes.quarantined());
        RecountWriter events = new RecountWriter(connection, control);
        events.note(writes.ignored());
        events.recount(writes.recounts());
        events.answer(writes.retried());
        FailPoint.BATCH_WRITTEN.reached();
        return rows;
    }

    private TableWriter writer(TableWrites writes) {
        return writers.computeIfAbsent(writes.table(), TableWriter::new);
    }

    /// Rows that refer to each other may come in any order.
    private static void defer(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(DEFER);
        }
    }
}
