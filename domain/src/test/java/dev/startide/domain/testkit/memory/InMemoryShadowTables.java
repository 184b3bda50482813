package dev.startide.domain.testkit.memory;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.ShadowTables;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.rebuild.AccountDifference;
import dev.startide.domain.rebuild.AccountDifference.Account;
import dev.startide.domain.rebuild.FilledPeriods;
import dev.startide.domain.rebuild.RebuildScope;
import dev.startide.domain.rebuild.RebuildScope.Extent;
import dev.startide.domain.rebuild.RebuildStanding;
import dev.startide.domain.rebuild.TableDifference;
import dev.startide.domain.star.KnownKeys;
import dev.startide.domain.star.StoredMember;
import dev.startide.domain.testkit.Plans;
import dev.startide.domain.testkit.memory.InMemoryDatabase.LaneAccount;
import dev.startide.warehouse.layout.FactHorizon;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tables beside those of a database in memory.
public final class InMemoryShadowTables implements ShadowTables {

    private static final long FAR = 1_000_000;

    private final InMemoryDatabase live;
    private final InMemoryDatabase shadow = new InMemoryDatabase();
    private final InMemoryDatabase former = new InMemoryDatabase();
    private final InMemoryWarehouse warehouse = new InMemoryWarehouse(shadow);
    private final InMemoryLease lease;
    private RebuildStanding standing = new RebuildStanding.None();
    private Pausing pausing = Pausing.GO_ON;
    private @Nullable WarehouseLayout madeFor;

    public InMemoryShadowTables(InMemoryDatabase live, InstantSource clock) {
        this.live = live;
        this.lease = new InMemoryLease(shadow, clock);
    }

    @Override
    public RebuildStanding standing() {
        return standing;
    }

    @Override
    public void create(WarehouseLayout layout, RebuildScope scope) {
        if (!(standing instanceof RebuildStanding.None)) {
            throw conflict("There are tables beside, or former ones");
        }
        InMemoryDatabase fresh = new InMemoryDatabase();
        new InMemoryCatalog(fresh).apply(layout.model(), Plans.fromNothing(layout.schema()));
        WarehouseLayout beside = layout.in(Schemas.REBUILD);
        for (Table table : layout.schema().tables()) {
            TableName name = beside(table.name());
            Table other = beside.schema().table(name).orElseThrow();
            shadow.tables().put(name, fresh.table(table.name()).as(other));
        }
        madeFor = layout;
        pausing = Pausing.GO_ON;
        standing = new RebuildStanding.Building(scope);
    }

    @Override
    public void reopen(WarehouseLayout layout) {
        if (madeFor == null || !madeFor.schema().equals(layout.schema())) {
            throw conflict("There are no tables beside for this model");
        }
        pausing = Pausing.GO_ON;
    }

    @Override
    public Pausing meetLanes() {
        return pausing;
    }

    @Override
    public void askToPause() {
        pausing = Pausing.PAUSE;
    }

    @Override
    public InMemoryWarehouse warehouse() {
        return warehouse;
    }

    @Override
    public Cursors cursors() {
        return new InMemoryCursors(shadow);
    }

    @Override
    public LoaderLease lease() {
        return lease;
    }

    @Override
    public long farKey(MemberLayout dimension) {
        return FAR;
    }

    @Override
    public Map<Key, KnownKeys> liveKeys(MemberLayout dimension, Collection<Key> naturalKeys) {
        Warehouse loaded = new InMemoryWarehouse(live);
        MemberLayout asLive = liveLayout().members().stream()
                .filter(member ->
                        member.dimension().name().equals(dimension.dimension().name()))
                .findFirst()
                .orElseThrow();
        Map<Key, KnownKeys> known = new HashMap<>();
        loaded.members(asLive, naturalKeys).forEach((key, stored) -> known.put(key, keysOf(asLive, stored)));
        return known;
    }

    private static KnownKeys keysOf(MemberLayout layout, StoredMember stored) {
        Map<Instant, Long> versions = new HashMap<>();
        stored.versions().forEach(row -> versions.put((Instant) row[layout.versionAt() + 1], (Long) row[0]));
        return new KnownKeys((Long) stored.versions().getFirst()[1], versions);
    }

    @Override
    public long alignKeys(WarehouseLayout layout) {
        long moved = 0;
        for (Table table : layout.schema().tables()) {
            InMemoryTable loaded = live.tables().get(table.name());
            if (loaded != null) {
                moved += new KeyAlignment(shadow).align(shadow.table(beside(table.name())), loaded);
            }
        }
        return moved;
    }

    @Override
    public Optional<FilledPeriods> filledPeriods(FactHorizon horizon) {
        return live.tables().containsKey(horizon.table().name())
                ? new InMemoryWarehouse(live)
                        .horizon(horizon)
                        .map(row -> new FilledPeriods((LocalDate) row[1], (LocalDate) row[2]))
                : Optional.empty();
    }

    @Override
    public TableDifference compare(Table table, Generated generated) {
        InMemoryTable rebuilt = shadow.table(beside(table.name()));
        InMemoryTable loaded = live.tables().get(table.name());
        if (loaded == null) {
            return new TableDifference(
                    table.name(), TableDifference.Shape.NEW, rebuilt.size(), 0, rebuilt.size(), 0, List.of());
        }
        return new TableComparison(loaded, rebuilt).difference(table.name(), generated);
    }

    @Override
    public List<AccountDifference> accounts() {
        List<AccountDifference> differences = new ArrayList<>();
        for (LaneId lane : live.accounts().keySet()) {
            Account before = account(live.account(lane));
            Account after = account(shadow.account(lane));
            if (!before.equals(after)) {
                differences.add(new AccountDifference(lane, before, after));
            }
        }
        return differences;
    }

    @Override
    public void swap(WarehouseLayout layout, RebuildScope scope, long epoch) {
        requireEpoch(epoch);
        if (!new InMemoryCursors(live).positions().equals(new InMemoryCursors(shadow).positions())) {
            throw StartideException.because(FailureCode.FENCED, "Live and rebuilt cursors differ");
        }
        keep(former, live);
        for (TableName name : scope.tables()) {
            Table wanted = layout.schema().table(name).orElseThrow();
            live.tables().put(name, shadow.table(beside(name)).as(wanted));
        }
        if (scope.extent() == Extent.EVERYTHING) {
            live.accounts().putAll(shadow.accounts());
            live.quarantined().clear();
            live.quarantined().addAll(shadow.quarantined());
            live.ignored().clear();
            live.ignored().putAll(shadow.ignored());
        }
        drop();
        standing = new RebuildStanding.Swapped(scope);
    }

    @Override
    public void revert(long epoch) {
        requireEpoch(epoch);
        if (standing instanceof RebuildStanding.Swapped(var scope)) {
            scope.tables().forEach(name -> live.tables().put(name, former.table(name)));
            live.accounts().clear();
            live.accounts().putAll(former.accounts());
            live.quarantined().clear();
            live.quarantined().addAll(former.quarantined());
            live.ignored().clear();
            live.ignored().putAll(former.ignored());
        }
        dropFormer();
    }

    @Override
    public void dropFormer() {
        former.tables().clear();
        standing = new RebuildStanding.None();
    }

    @Override
    public void drop() {
        shadow.tables().clear();
        shadow.accounts().clear();
        shadow.quarantined().clear();
        shadow.ignored().clear();
        standing = standing instanceof RebuildStanding.Building ? new RebuildStanding.None() : standing;
    }

    private static void keep(InMemoryDatabase kept, InMemoryDatabase from) {
        kept.tables().clear();
        from.tables().forEach((name, table) -> kept.tables().put(name, table.copy()));
        kept.accounts().clear();
        kept.accounts().putAll(from.accounts());
        kept.quarantined().clear();
        kept.quarantined().addAll(from.quarantined());
        kept.ignored().clear();
        kept.ignored().putAll(from.ignored());
    }

    private WarehouseLayout liveLayout() {
        if (madeFor == null) {
            throw new IllegalStateException("There are no tables beside");
        }
        return madeFor;
    }

    private void requireEpoch(long epoch) {
        if (epoch != live.loaderEpoch()) {
            throw StartideException.because(FailureCode.FENCED, "Another process has taken the right to load");
        }
    }

    private static Account account(LaneAccount account) {
        return new Account(account.loaded(), account.quarantined(), account.ignored());
    }

    private static TableName beside(TableName name) {
        return Schemas.REBUILD.in(name);
    }

    private static StartideException conflict(String message) {
        return StartideException.because(FailureCode.MODEL_CONFLICT, message);
    }
}
