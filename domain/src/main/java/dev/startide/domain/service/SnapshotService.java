package dev.startide.domain.service;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.port.inbound.TakeSnapshots;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.quality.SnapshotStep;
import dev.startide.domain.star.Directory;
import dev.startide.domain.star.Horizon;
import dev.startide.domain.star.LoadWrites;
import dev.startide.domain.star.SnapshotDecision;
import dev.startide.domain.star.SnapshotDecision.Behind;
import dev.startide.domain.star.SnapshotDecision.Stored;
import dev.startide.domain.star.Workspace;
import dev.startide.warehouse.layout.FactHorizon;
import dev.startide.warehouse.layout.FactMemory;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.Role;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Fills closed periods, some things at a time, while it holds the loader's lease: so it never
/// writes beside a load.
public final class SnapshotService implements TakeSnapshots {

    /// How many things one step takes at most. Few enough for a load to wait for.
    private static final int PAGE = 500;

    private final WarehouseLayout layout;
    private final Warehouse warehouse;
    private final LoaderLease lease;
    private final LoadSettings settings;
    private final int page;

    /// @param settings those of the loader in this process, with which it shares the lease
    public SnapshotService(WarehouseLayout layout, Warehouse warehouse, LoaderLease lease, LoadSettings settings) {
        this(layout, warehouse, lease, settings, PAGE);
    }

    /// @param settings those of the loader in this process, with which it shares the lease
    /// @param page how many things one step takes at most
    public SnapshotService(
            WarehouseLayout layout, Warehouse warehouse, LoaderLease lease, LoadSettings settings, int page) {
        this.layout = layout;
        this.warehouse = warehouse;
        this.lease = lease;
        this.settings = settings;
        this.page = page;
    }

    @Override
    public SnapshotStep next(Collection<FactName> facts, LocalDate day) {
        List<FactHorizon> horizons = layout.horizons().stream()
                .filter(horizon -> facts.contains(horizon.fact().name()))
                .toList();
        if (horizons.isEmpty()) {
            return new SnapshotStep.UpToDate();
        }
        OptionalLong epoch = lease.acquire(settings.holder(), settings.leaseTime());
        if (epoch.isEmpty()) {
            return new SnapshotStep.StandingBy();
        }
        for (FactHorizon horizon : horizons) {
            List<Horizon> stored = warehouse.horizon(horizon).stream()
                    .map(row -> Horizon.read(horizon, row))
                    .toList();
            Horizon going = SnapshotDecision.towards(horizon, day, stored);
            if (going.target().isAfter(going.until())) {
                return fill(horizon, going, stored.isEmpty() ? Stored.MISSING : Stored.THERE, epoch.getAsLong());
            }
        }
        return new SnapshotStep.UpToDate();
    }

    @Override
    public void release() {
        lease.release(settings.holder());
    }

    private SnapshotStep fill(FactHorizon horizon, Horizon going, Stored stored, long epoch) {
        FactName fact = horizon.fact().name();
        FactMemory memory = layout.memoryOf(fact).orElseThrow();
        List<Key> things = warehouse.grains(memory, going.passed(), page);
        Map<Key, List<@Nullable Object[]>> kept = warehouse.remembered(memory, things);
        Workspace workspace = new Directory(layout, PAGE, Map.of(), Map.of()).open();
        SnapshotDecision decision = new SnapshotDecision(layout, horizon, workspace);
        learnMembers(horizon, decision, kept, workspace);
        SnapshotDecision.Decided decided =
                decision.decide(going, stored, things, things.size() < page ? Behind.NOTHING : Behind.OTHERS, kept);
        warehouse.write(new LoadWrites(decided.tables(), List.of(), List.of(), List.of()), epoch);
        return new SnapshotStep.Filled(fact, going.target(), decided.things(), decided.rows());
    }

    private void learnMembers(
            FactHorizon horizon,
            SnapshotDecision decision,
            Map<Key, List<@Nullable Object[]>> kept,
            Workspace workspace) {
        List<Role> roles = horizon.fact().roles();
        for (MemberLayout members : layout.members()) {
            Set<Key> named = new HashSet<>();
            for (int role = 0; role < roles.size(); role++) {
                if (roles.get(role).looksUp(members.dimension().name())) {
                    named.addAll(decision.named(role, kept));
                }
            }
            if (!named.isEmpty()) {
                Set<Key> identities = new KeyResolution(layout, warehouse).identities(members, named, workspace);
                workspace.learnMembers(members, warehouse.members(members, identities));
            }
        }
    }
}
