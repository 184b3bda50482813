package dev.startide.domain.star;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.normalize.EntityChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.star.Rewriting.Move;
import dev.startide.domain.timeline.History;
import dev.startide.domain.timeline.Statement;
import dev.startide.domain.timeline.Version;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.ChangePolicy;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Entity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides the versions of a dimension's members, and which facts move with them.
final class MemberDecision {

    private final Dimension.Members dimension;
    private final DimensionName name;
    private final List<ChangePolicy> policies;

    /// For each attribute of the dimension its index among the entity's attributes.
    private final int[] entityAttributes;

    private final MemberRows rows;
    private final RowCollector table;
    private final List<Move> moves = new ArrayList<>();

    MemberDecision(MemberLayout layout, Entity entity) {
        this.dimension = layout.dimension();
        this.name = dimension.name();
        this.policies = dimension.attributes().stream()
                .map(Dimension.MemberAttribute::onChange)
                .toList();
        List<Attribute> attributes = entity.attributes();
        this.entityAttributes = dimension.attributes().stream()
                .mapToInt(wanted ->
                        attributes.stream().map(Attribute::name).toList().indexOf(wanted.name()))
                .toArray();
        this.rows = new MemberRows(layout);
        this.table = new RowCollector(layout.table());
    }

    DimensionName dimension() {
        return name;
    }

    /// Takes in what the batch says of the members.
    void decide(Map<Key, List<EntityChange>> changes, Workspace workspace) {
        changes.forEach((key, stated) -> {
            if (!stated.isEmpty()) {
                decide(key, stated, workspace);
            }
        });
    }

    /// The member with this natural key; one that nobody has heard of is inferred.
    Member memberOrInferred(Key naturalKey, Workspace workspace) {
        return workspace.member(name, naturalKey).orElseGet(() -> {
            Member inferred = infer(naturalKey, workspace.sequence(name));
            table.insert(rows.write(inferred, 0));
            workspace.setMember(name, inferred);
            return inferred;
        });
    }

    TableWrites writes() {
        return table.writes();
    }

    /// The intervals in which another version holds than before.
    List<Move> moves() {
        return moves;
    }

    private void decide(Key key, List<EntityChange> stated, Workspace workspace) {
        Member known = workspace.member(name, key).orElse(null);
        Member before = known == null ? infer(key, workspace.sequence(name)) : known;
        List<Version> wanted = history(before, key, stated, workspace);
        Rewriting rewriting = Rewriting.of(before, wanted, workspace.sequence(name));
        write(rewriting, known);
        moves.addAll(rewriting.moves());
        workspace.setMember(name, rewriting.after());
    }

    private List<Version> history(Member before, Key key, List<EntityChange> stated, Workspace workspace) {
        Stream<Statement> said = stated.stream().map(change -> statement(change.order(), change.attributes()));
        List<StoredChange> stored = workspace.changes(dimension.of(), key).orElse(null);
        if (stored != null) {
            Stream<Statement> earlier = stored.stream().map(change -> statement(change.order(), change.attributes()));
            return History.of(policies, Stream.concat(earlier, said).toList());
        }
        return switch (before.standing()) {
            case INFERRED -> History.of(policies, said.toList());
            case STATED ->
                History.goOn(
                        policies,
                        before.versions().stream()
                                .map(version -> new Version(version.from(), version.attributes()))
                                .toList(),
                        said.toList());
        };
    }

    /// @param stored the member as it is stored, null if it is not
    private void write(Rewriting rewriting, @Nullable Member stored) {
        Map<Long, @Nullable Object[]> rowsBefore = new HashMap<>();
        if (stored != null) {
            for (int index = 0; index < stored.versions().size(); index++) {
                rowsBefore.put(stored.versions().get(index).key(), rows.write(stored, index));
            }
        }
        Member after = rewriting.after();
        for (int index = 0; index < after.versions().size(); index++) {
            @Nullable Object[] row = rows.write(after, index);
            @Nullable
            Object[] rowBefore = rowsBefore.get(after.versions().get(index).key());
            if (rowBefore == null) {
                table.insert(row);
            } else if (!Arrays.deepEquals(rowBefore, row)) {
                table.update(row);
            }
        }
        rewriting.gone().forEach(version -> table.delete(Key.of(version)));
    }

    private Statement statement(ChangeOrder order, @Nullable Object[] entityValues) {
        @Nullable Object[] values = new Object[entityAttributes.length];
        for (int index = 0; index < values.length; index++) {
            values[index] = entityValues[entityAttributes[index]];
        }
        return new Statement(order, values);
    }

    private Member infer(Key naturalKey, KeySequence keys) {
        long durableKey = keys.member(naturalKey);
        long key = keys.version(durableKey, MemberLayout.OPEN_START, new ArrayList<>(), Set.of());
        MemberVersion version =
                new MemberVersion(key, MemberLayout.OPEN_START, MemberLayout.OPEN_END, new Object[policies.size()]);
        return new Member(durableKey, naturalKey, Member.Standing.INFERRED, List.of(version));
    }
}
