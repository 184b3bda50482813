package dev.startide.domain.service;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.star.Horizon;
import dev.startide.domain.star.LoadWrites;
import dev.startide.domain.star.StoredFact;
import dev.startide.domain.star.StoredMember;
import dev.startide.domain.star.TableWrites;
import dev.startide.warehouse.layout.AliasLayout;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.FactHorizon;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.FactMemory;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.OutriggerLayout;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.FactName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A warehouse that has nothing, and remembers what one batch writes into it: so the rows that the
/// load would make of some events can be had without a database.
final class EmptyWarehouse implements Warehouse {

    private final List<TableWrites> written = new ArrayList<>();
    private final Map<FactName, @Nullable Object[]> horizons;
    private final Map<EntityName, Map<Key, Key>> identities;

    /// @param horizons how far the periods of each fact are to be filled
    /// @param identities by what else the individuals are called whose keys have changed
    EmptyWarehouse(Map<FactName, @Nullable Object[]> horizons, Map<EntityName, Map<Key, Key>> identities) {
        this.horizons = horizons;
        this.identities = identities;
    }

    /// The rows that were inserted into a table.
    List<@Nullable Object[]> rows(TableName table) {
        return written.stream()
                .filter(writes -> writes.table().name().equals(table))
                .flatMap(writes -> writes.inserts().stream())
                .toList();
    }

    @Override
    public Map<Key, @Nullable Object[]> entities(EntityLayout layout, Collection<Key> keys) {
        return Map.of();
    }

    @Override
    public Map<Key, Key> identities(AliasLayout layout, Collection<Key> keys) {
        Map<Key, Key> known = identities.getOrDefault(layout.entity().name(), Map.of());
        Set<Key> individuals =
                keys.stream().map(known::get).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<Key, Key> all = new HashMap<>(known);
        all.values().retainAll(individuals);
        return all;
    }

    @Override
    public Map<Key, List<@Nullable Object[]>> changes(ChangeLayout layout, Map<Key, Instant> since) {
        return Map.of();
    }

    @Override
    public Map<Key, StoredMember> members(MemberLayout layout, Collection<Key> naturalKeys) {
        return Map.of();
    }

    @Override
    public Map<Key, StoredMember> referring(
            MemberLayout layout, OutriggerLayout reference, Collection<Long> durableKeys) {
        return Map.of();
    }

    @Override
    public Map<Key, StoredFact> facts(FactLayout layout, Collection<Key> grains) {
        return Map.of();
    }

    @Override
    public Map<Key, List<@Nullable Object[]>> remembered(FactMemory memory, Collection<Key> grains) {
        return Map.of();
    }

    @Override
    public List<Key> grains(FactMemory memory, Horizon.Passed after, int limit) {
        return List.of();
    }

    @Override
    public Set<Key> passed(FactMemory memory, Horizon.Passed upTo, Collection<Key> grains) {
        return Set.of();
    }

    @Override
    public Optional<@Nullable Object[]> horizon(FactHorizon layout) {
        return Optional.ofNullable(horizons.get(layout.fact().name()));
    }

    @Override
    public long highestKey(MemberLayout layout) {
        return 0;
    }

    @Override
    public Set<LocalDate> days(CalendarLayout layout) {
        return Set.of();
    }

    @Override
    public void write(LoadWrites writes, long epoch) {
        written.addAll(writes.tables());
    }
}
