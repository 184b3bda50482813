package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.adapter.outbound.postgres.copy.RowCopy;
import dev.startide.adapter.outbound.postgres.copy.StageTable;
import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.star.TableWrites;
import dev.startide.warehouse.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes rows of one table. Safe for use by many threads, as far as connections are.
final class TableWriter {

    private final Table table;
    private final RowCopy copy;
    private final RowOrder order;
    private final StageTable stage;
    private final KeyedQuery delete;

    TableWriter(Table table) {
        this.table = table;
        this.copy = new RowCopy(table);
        this.order = new RowOrder(table);
        this.stage = StageTable.of(table);
        this.delete = KeyedDelete.from(table);
    }

    /// Adds new rows, and gives existing ones their new values.
    ///
    /// @return how many rows were written
    long put(Connection connection, TableWrites writes) throws SQLException {
        long inserted = switch (writes.existing()) {
            case FAIL -> insert(connection, writes.inserts());
            case KEEP -> insertMissing(connection, writes.inserts());
        };
        return inserted + update(connection, writes.updates());
    }

    private long insert(Connection connection, List<@Nullable Object[]> rows) throws SQLException {
        return rows.isEmpty() ? 0 : copy.into(Names.of(table.name()), connection, order.sorted(rows));
    }

    private long insertMissing(Connection connection, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(stage.create());
            copy.into(stage.name(), connection, order.sorted(rows));
            long inserted = statement.executeLargeUpdate(stage.insertMissing());
            statement.execute(stage.empty());
            return inserted;
        }
    }

    private long update(Connection connection, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(stage.create());
            copy.into(stage.name(), connection, order.sorted(rows));
            long updated = statement.executeLargeUpdate(stage.update());
            requireSame("update", rows.size(), updated);
            return updated;
        }
    }

    /// Deletes the rows with these primary keys; a key without a row is passed over.
    ///
    /// @return how many rows were deleted
    long delete(Connection connection, List<Key> keys) throws SQLException {
        if (keys.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement =
                delete.prepare(connection, keys.stream().sorted().toList())) {
            return statement.executeLargeUpdate();
        }
    }

    private void requireSame(String what, int wanted, long done) {
        if (wanted != done) {
            throw StartideException.because(
                    FailureCode.INVARIANT_BROKEN,
                    "Asked to %s %d rows of %s, found %d".formatted(what, wanted, table.name(), done));
        }
    }
}
