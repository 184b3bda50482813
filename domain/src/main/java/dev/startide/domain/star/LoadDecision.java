package dev.startide.domain.star;

import dev.startide.domain.normalize.BatchChanges;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.star.Rewriting.Move;
import dev.startide.domain.star.Rewriting.Turn;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.AliasLayout;
import dev.startide.warehouse.layout.BridgeLayout;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.Role;
import dev.startide.warehouse.star.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides what a batch of changes writes: given what is known of the warehouse, which rows come,
/// change and go, and which facts move. Pure but for the workspace, which comes to know what will
/// hold once the rows are written.
public final class LoadDecision {

    /// What a batch writes, apart from quarantine and cursors.
    public record Decided(List<TableWrites> tables, List<Rekey> rekeys) {}

    private final WarehouseLayout layout;
    private final BatchChanges changes;
    private final Workspace workspace;
    private final Map<DimensionName, MemberDecision> members = new LinkedHashMap<>();
    private final GeneratedRows generated;

    private LoadDecision(WarehouseLayout layout, BatchChanges changes, Workspace workspace) {
        this.layout = layout;
        this.changes = changes;
        this.workspace = workspace;
        WarehouseModel model = layout.model();
        for (MemberLayout member : layout.members()) {
            MemberDecision decision =
                    new MemberDecision(member, model.entity(member.dimension().of()), this::memberOrInferred);
            members.put(decision.dimension(), decision);
        }
        this.generated = new GeneratedRows(layout, workspace);
    }

    /// Decides a batch.
    ///
    /// @param workspace filled with the answers to all [Questions] about these changes
    public static Decided decide(WarehouseLayout layout, BatchChanges changes, Workspace workspace) {
        return new LoadDecision(layout, changes, workspace).decide();
    }

    private Decided decide() {
        List<TableWrites> tables = new ArrayList<>();
        for (EntityLayout entity : layout.entities()) {
            tables.add(
                    new EntityDecision(entity).decide(changes.of(entity.entity().name()), workspace));
        }
        for (ChangeLayout stored : layout.changes()) {
            tables.add(storedChanges(stored));
        }
        layout.aliases().forEach(aliases -> tables.add(aliases(aliases)));
        layout.members()
                .forEach(member -> decision(member.dimension().name())
                        .decide(changes.of(member.dimension().of()), workspace));
        List<TableWrites> facts = layout.facts().stream().flatMap(this::facts).toList();
        List<TableWrites> bridges = layout.facts().stream()
                .flatMap(fact -> new BridgeDecision(fact, new DirectoryKeys())
                                .decide(
                                        changes.of(fact.fact().name()),
                                        workspace.facts(fact.fact().name()))
                                .stream())
                .toList();
        List<Rekey> rekeys = rekeys();
        tables.addAll(generated.writes());
        members.values().forEach(member -> tables.add(member.writes()));
        tables.addAll(facts);
        tables.addAll(bridges);
        return new Decided(tables.stream().filter(writes -> !writes.isEmpty()).toList(), rekeys);
    }

    private TableWrites aliases(AliasLayout aliases) {
        RowCollector rows = new RowCollector(aliases.table());
        SameKeys keys = workspace.sameKeys(aliases.entity().name());
        keys.toStore().forEach((key, identity) -> {
            @Nullable Object[] row = new Object[2 * aliases.keyWidth()];
            key.writeTo(row, 0);
            identity.writeTo(row, aliases.keyWidth());
            if (keys.isStored(key)) {
                rows.update(row);
            } else {
                rows.insert(row);
            }
        });
        return rows.writes();
    }

    private TableWrites storedChanges(ChangeLayout stored) {
        EntityLayout entity = layout.entities().stream()
                .filter(candidate -> candidate.entity().equals(stored.entity()))
                .findFirst()
                .orElseThrow();
        return new EntityDecision(entity)
                .store(
                        stored,
                        compaction(stored.entity()),
                        changes.of(stored.entity().name()),
                        workspace);
    }

    private Compaction compaction(Entity entity) {
        boolean[] firstCounts = new boolean[entity.attributes().size()];
        for (MemberLayout member : layout.members()) {
            if (member.dimension().of().equals(entity.name())) {
                member.dimension().columns().stream()
                        .filter(column -> column.shown() == Shown.FIRST)
                        .forEach(column -> firstCounts[entity.attributeAt(column.attribute())] = true);
            }
        }
        return new Compaction(firstCounts, partsOfKeys(entity));
    }

    private boolean[] partsOfKeys(Entity entity) {
        boolean[] partsOfKeys = new boolean[entity.attributes().size()];
        layout.members().stream()
                .map(MemberLayout::dimension)
                .filter(dimension -> dimension.of().equals(entity.name()))
                .flatMap(dimension -> dimension.outriggers().stream())
                .filter(outrigger -> outrigger.key().size() > 1)
                .flatMap(outrigger -> outrigger.key().stream())
                .map(Attribute::name)
                .mapToInt(entity::attributeAt)
                .filter(attribute -> attribute >= 0)
                .forEach(attribute -> partsOfKeys[attribute] = true);
        return partsOfKeys;
    }

    private Stream<TableWrites> facts(FactLayout fact) {
        return FactDecision.of(
                fact, layout.memoryOf(fact.fact().name()), layout.model().timeZone(), new DirectoryKeys())
                .decide(changes.of(fact.fact().name()), workspace)
                .stream();
    }

    private List<Rekey> rekeys() {
        List<Rekey> rekeys = new ArrayList<>();
        for (FactLayout fact : layout.facts()) {
            for (Role role : fact.fact().roles()) {
                if (role instanceof Role.OfMember member) {
                    decision(member.dimension())
                            .moves()
                            .forEach(move -> rekeys.add(
                                    rekey(fact.table().name(), member, FactLayout.durableKeyOf(member), move)));
                    member.combinations()
                            .forEach(combination -> decision(combination.trail())
                                    .turns()
                                    .forEach(turn ->
                                            rekeys.add(rekey(fact.table().name(), combination, turn))));
                }
            }
            for (BridgeLayout bridge : fact.bridges()) {
                decision(bridge.role().dimension())
                        .moves()
                        .forEach(move -> rekeys.add(rekey(
                                bridge.table().name(), bridge.role(), BridgeLayout.durableKeyOf(bridge.role()), move)));
            }
        }
        return rekeys;
    }

    private static Rekey rekey(TableName table, Role role, ColumnName durableKey, Move move) {
        return new Rekey(
                table,
                FactLayout.keyOf(role),
                move.oldVersion(),
                move.newVersion(),
                move.from(),
                move.until(),
                move.joined().isPresent()
                        ? new Rekey.Beside.Member(durableKey, move.joined().getAsLong())
                        : new Rekey.Beside.Nothing());
    }

    private Rekey rekey(TableName table, Role.Combination combination, Turn turn) {
        long key = generated.combination(combination.dimension(), Arrays.asList(turn.attributes()));
        return new Rekey(
                table,
                FactLayout.trailKeyOf(combination),
                turn.oldVersion(),
                turn.newVersion(),
                turn.from(),
                turn.until(),
                new Rekey.Beside.Combination(FactLayout.keyOf(combination), key));
    }

    private Member memberOrInferred(DimensionName dimension, Key naturalKey) {
        return decision(dimension).memberOrInferred(naturalKey, workspace);
    }

    private MemberDecision decision(DimensionName dimension) {
        return Directory.known(members, dimension);
    }

    private final class DirectoryKeys implements FactRows.Keys {

        @Override
        public Member member(DimensionName dimension, Key naturalKey) {
            return memberOrInferred(dimension, naturalKey);
        }

        @Override
        public int day(Role.OfDay role, LocalDate day) {
            return generated.day(role, day);
        }

        @Override
        public long combination(DimensionName dimension, List<? extends @Nullable Object> values) {
            return generated.combination(dimension, values);
        }
    }
}
