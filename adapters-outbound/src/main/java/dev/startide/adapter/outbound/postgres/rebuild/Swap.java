package dev.startide.adapter.outbound.postgres.rebuild;

import dev.startide.adapter.outbound.postgres.catalog.SchemaMaking;
import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.rebuild.RebuildScope;
import dev.startide.domain.rebuild.RebuildScope.Extent;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.plan.SchemaDiff;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Puts rebuilt tables in the place of live ones, within one transaction.
///
/// @param readers the role of the readers
/// @param patience how long to wait for locks
record Swap(WarehouseLayout layout, RebuildScope scope, long epoch, String readers, Duration patience) {

    static final String NEXT_GENERATION = "update startide.loader_lease set generation = generation + 1";

    /// Names in what the server tells of views and keys are to be complete.
    static final String SEARCH_NOTHING = "set local search_path = pg_catalog";

    /// Does everything but the commit.
    ///
    /// @return always true, once done
    boolean make(Connection connection) throws SQLException {
        Sql sql = new Sql(connection);
        LoaderRows rows = new LoaderRows(sql);
        Exchange exchange = new Exchange(sql);
        sql.execute(SEARCH_NOTHING);
        rows.requireLease(epoch);
        rows.requireSameCursors();
        boolean isOtherModel = !SchemaDiff.between(SchemaMaking.existing(connection), layout.schema())
                .isEmpty();
        List<TableName> live = live(connection);
        List<ReadingView> views = ReadingView.over(sql, live);
        new TableLocks(sql, patience).take(Exchange.relations(views, live));
        FailPoint.REBUILD_LOCKED.reached();

        exchange.makeSchemas(Schemas.OLD);
        rows.keep();
        List<String> again = new ArrayList<>(exchange.silence(live));
        exchange.away(live, Schemas.OLD);
        exchange.in(scope.tables(), Schemas.REBUILD);
        again.addAll(exchange.untie(Schemas.OLD));
        exchange.untie(Schemas.LIVE);
        for (Table table : taking()) {
            exchange.tie(table, scope.tables());
            exchange.setAlarms(table);
        }
        for (TableName table : live) {
            exchange.copyGrants(Schemas.OLD.in(table), table);
        }
        makeViews(sql, views);
        new FormerViews(sql).keep(views, again);
        SchemaMaking.finish(connection, layout, readers);
        if (scope.extent() == Extent.EVERYTHING) {
            rows.countAttempts();
            rows.takeOverFrom(LoaderRows.BESIDE);
        }
        if (isOtherModel) {
            sql.execute(NEXT_GENERATION);
        }
        sql.execute("update startide.rebuild set state = '%s', swapped_at = now()".formatted(RebuildRow.SWAPPED));
        exchange.dropSchemas(Schemas.REBUILD);
        FailPoint.REBUILD_EXCHANGED.reached();
        return true;
    }

    private List<TableName> live(Connection connection) throws SQLException {
        Set<TableName> wanted = scope.tables();
        return SchemaMaking.existing(connection).tables().stream()
                .map(Table::name)
                .filter(wanted::contains)
                .toList();
    }

    private List<Table> taking() {
        return layout.schema().tables().stream()
                .filter(table -> scope.tables().contains(table.name()))
                .toList();
    }

    private void makeViews(Sql sql, List<ReadingView> reading) throws SQLException {
        for (View view : layout.marts()) {
            ReadingView.make(sql, Names.of(view.name()), SchemaMaking.createView(view));
        }
        List<ReadingView> others = new ArrayList<>(reading);
        others.removeIf(view -> layout.marts().stream().anyMatch(mart -> view.isCalled(mart.name())));
        for (ReadingView view : others) {
            view.makeAgain(sql);
            view.note(sql);
        }
    }
}
