package dev.startide.adapter.outbound.postgres.rebuild;

import dev.startide.adapter.outbound.postgres.catalog.SchemaMaking;
import dev.startide.adapter.outbound.postgres.catalog.UncheckedKeys;
import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.DatabaseConfig;
import dev.startide.adapter.outbound.postgres.connection.LivingSession;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.adapter.outbound.postgres.control.Controls;
import dev.startide.adapter.outbound.postgres.warehouse.Warehouses;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.ShadowTables;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.rebuild.AccountDifference;
import dev.startide.domain.rebuild.FilledPeriods;
import dev.startide.domain.rebuild.RebuildScope;
import dev.startide.domain.rebuild.RebuildStanding;
import dev.startide.domain.rebuild.TableDifference;
import dev.startide.domain.star.KnownKeys;
import dev.startide.warehouse.layout.FactHorizon;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Table;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps tables beside the live ones in schemas of their own, and what is known of them in
/// `startide.rebuild`.
@Singleton
final class PostgresShadowTables implements ShadowTables {

    private final Database database;
    private final DatabaseConfig config;
    private final LiveMembers members = new LiveMembers();
    private final Warehouse warehouse;
    private final Cursors cursors;
    private final LoaderLease lease;

    PostgresShadowTables(Database database, LivingSession session, DatabaseConfig config) {
        this.database = database;
        this.config = config;
        this.warehouse = Warehouses.withControlIn(Schemas.REBUILD.control(), database);
        this.cursors = Controls.cursorsIn(Schemas.REBUILD.control(), database);
        this.lease = Controls.leaseIn(Schemas.REBUILD.control(), database, session);
    }

    @Override
    public RebuildStanding standing() {
        return database.directly(Pool.CONTROL, "look for a rebuild", RebuildRow::read)
                .<RebuildStanding>map(row -> row.state().equals(RebuildRow.BUILDING)
                        ? new RebuildStanding.Building(row.scope())
                        : new RebuildStanding.Swapped(row.scope()))
                .orElseGet(RebuildStanding.None::new);
    }

    @Override
    public void create(WarehouseLayout layout, RebuildScope scope) {
        members.forget();
        database.inTransaction(Pool.CONTROL, "make tables beside the live ones", connection -> {
            if (RebuildRow.read(connection).isPresent()) {
                throw conflict("There are tables beside the live ones, or former ones, already");
            }
            Sql sql = new Sql(connection);
            long far = LiveMembers.farKey(sql, layout, SchemaMaking.existing(connection));
            new RebuildRow(RebuildRow.BUILDING, scope, RebuildRow.fingerprintOf(layout), far, false).add(connection);
            SchemaMaking.tables(connection, layout.in(Schemas.REBUILD));
            LoaderRows rows = new LoaderRows(sql);
            rows.makeBeside();
            rows.meetLanes();
            return true;
        });
    }

    @Override
    public void reopen(WarehouseLayout layout) {
        members.forget();
        database.inTransaction(Pool.CONTROL, "go on with a rebuild", connection -> {
            RebuildRow row = building(connection);
            if (!row.fingerprint().equals(RebuildRow.fingerprintOf(layout))) {
                throw conflict("The rebuild was begun for another model. Go on with that model, or give it up by"
                        + " 'startide rebuild --discard'");
            }
            new Sql(connection).execute("update startide.rebuild set is_pausing = false");
            new LoaderRows(new Sql(connection)).meetLanes();
            return true;
        });
    }

    @Override
    public Pausing meetLanes() {
        return database.inTransaction(Pool.CONTROL, "let lanes take part in the rebuild", connection -> {
            boolean isPausing = building(connection).isPausing();
            new LoaderRows(new Sql(connection)).meetLanes();
            return isPausing ? Pausing.PAUSE : Pausing.GO_ON;
        });
    }

    @Override
    public void askToPause() {
        database.directly(
                Pool.CONTROL,
                "ask to pause the rebuild",
                connection -> new Sql(connection).execute("update startide.rebuild set is_pausing = true"));
    }

    @Override
    public Warehouse warehouse() {
        return warehouse;
    }

    @Override
    public Cursors cursors() {
        return cursors;
    }

    @Override
    public LoaderLease lease() {
        return lease;
    }

    @Override
    public long farKey(MemberLayout dimension) {
        return database.directly(
                Pool.CONTROL,
                "look up where keys begin",
                connection -> building(connection).farKey());
    }

    @Override
    public Map<Key, KnownKeys> liveKeys(MemberLayout dimension, Collection<Key> naturalKeys) {
        return database.directly(
                Pool.LOAD, "look up live keys", connection -> members.keys(connection, dimension, naturalKeys));
    }

    @Override
    public long alignKeys(WarehouseLayout layout) {
        List<Table> all = layout.in(Schemas.REBUILD).schema().tables();
        return database.unhurried("align keys", connection -> {
            Sql sql = new Sql(connection);
            var existing = SchemaMaking.existing(connection);
            long moved = 0;
            for (Table beside : all) {
                Optional<KeyAligning> aligning =
                        KeyAligning.of(beside, existing.table(Schemas.REBUILD.live(beside.name())), all);
                moved += aligning.isPresent() ? aligning.get().align(sql) : 0;
            }
            return moved;
        });
    }

    @Override
    public Optional<FilledPeriods> filledPeriods(FactHorizon live) {
        return database.directly(
                Pool.CONTROL, "look up how far periods were filled", connection -> LivePeriods.of(connection, live));
    }

    @Override
    public TableDifference compare(Table table, Generated generated) {
        return database.unhurried(
                "compare %s".formatted(table.name()),
                connection -> new TableComparing(
                                table, SchemaMaking.existing(connection).table(table.name()), generated)
                        .compare(new Sql(connection)));
    }

    @Override
    public List<AccountDifference> accounts() {
        return database.directly(
                Pool.CONTROL,
                "compare what became of events",
                connection -> new LoaderRows(new Sql(connection)).differences());
    }

    @Override
    public void swap(WarehouseLayout layout, RebuildScope scope, long epoch) {
        Swap swap = new Swap(layout, scope, epoch, config.readerRole(), config.lockTimeout());
        Retrying.whileLocked(() -> database.inTransaction(Pool.CONTROL, "swap tables", swap::make));
        database.unhurried("check foreign keys", UncheckedKeys::check);
    }

    @Override
    public void revert(long epoch) {
        RebuildScope scope = database.directly(Pool.CONTROL, "look for a rebuild", RebuildRow::read)
                .orElseThrow(() -> conflict("There are no tables of before a rebuild"))
                .scope();
        Reversal reversal = new Reversal(scope, epoch, config.readerRole(), config.lockTimeout());
        Retrying.whileLocked(() -> database.inTransaction(Pool.CONTROL, "put former tables back", reversal::make));
    }

    @Override
    public void dropFormer() {
        forget(Schemas.OLD, "drop former tables");
    }

    @Override
    public void drop() {
        forget(Schemas.REBUILD, "drop the tables beside");
    }

    private void forget(Schemas schemas, String action) {
        database.inTransaction(Pool.CONTROL, action, connection -> {
            Sql sql = new Sql(connection);
            String state = schemas.equals(Schemas.OLD) ? RebuildRow.SWAPPED : RebuildRow.BUILDING;
            sql.execute("delete from startide.rebuild where state = '%s'".formatted(state));
            new Exchange(sql).dropSchemas(schemas);
            return true;
        });
    }

    private static RebuildRow building(Connection connection) throws SQLException {
        return RebuildRow.read(connection)
                .filter(row -> row.state().equals(RebuildRow.BUILDING))
                .orElseThrow(() -> conflict("No rebuild is under way"));
    }

    private static StartideException conflict(String message) {
        return StartideException.because(FailureCode.MODEL_CONFLICT, message);
    }
}
