package dev.startide.adapter.outbound.postgres.rebuild;

import dev.startide.adapter.outbound.postgres.catalog.SchemaMaking;
import dev.startide.domain.rebuild.RebuildScope;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts former tables back in the place of rebuilt ones, within one transaction, together with the
/// cursors of that time.
///
/// @param readers the role of the readers
/// @param patience how long to wait for locks
record Reversal(RebuildScope scope, long epoch, String readers, Duration patience) {

    private static final String FORMER = """
            select schemaname, tablename from pg_catalog.pg_tables where schemaname in (?, ?)
            """;

    /// Does everything but the commit.
    ///
    /// @return always true, once done
    boolean make(Connection connection) throws SQLException {
        Sql sql = new Sql(connection);
        LoaderRows rows = new LoaderRows(sql);
        Exchange exchange = new Exchange(sql);
        FormerViews former = new FormerViews(sql);
        sql.execute(Swap.SEARCH_NOTHING);
        rows.requireLease(epoch);
        List<TableName> rebuilt = scope.tables().stream().sorted().toList();
        List<TableName> back = sql.query(
                row -> Schemas.OLD.live(new TableName(row.getString(1), row.getString(2))),
                FORMER,
                Schemas.OLD.normalized(),
                Schemas.OLD.star());
        List<ReadingView> views = former.views();
        Set<String> before = shapes(connection);
        new TableLocks(sql, patience).take(Exchange.relations(ReadingView.over(sql, rebuilt), rebuilt));

        exchange.makeSchemas(Schemas.REBUILD);
        exchange.away(rebuilt, Schemas.REBUILD);
        exchange.in(back, Schemas.OLD);
        for (String key : former.keys()) {
            sql.execute(key);
        }
        for (ReadingView view : views) {
            view.makeAgain(sql);
            view.note(sql);
        }
        SchemaMaking.grant(connection, readers);
        rows.takeOverFrom(LoaderRows.FORMER);
        boolean isOtherModel = rows.goBackToFormerModel();
        if (isOtherModel || !shapes(connection).equals(before)) {
            sql.execute(Swap.NEXT_GENERATION);
        }
        sql.execute("delete from startide.rebuild");
        exchange.dropSchemas(Schemas.REBUILD);
        exchange.dropSchemas(Schemas.OLD);
        return true;
    }

    /// What rows of live tables look like.
    private static Set<String> shapes(Connection connection) throws SQLException {
        return SchemaMaking.existing(connection).tables().stream()
                .flatMap(table -> table.columns().stream()
                        .map(column -> "%s %s %s %s %s"
                                .formatted(
                                        table.name(),
                                        table.primaryKey(),
                                        column.name(),
                                        column.type(),
                                        column.nullability())))
                .collect(Collectors.toUnmodifiableSet());
    }
}
