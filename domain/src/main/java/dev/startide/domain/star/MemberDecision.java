package dev.startide.domain.star;

import dev.startide.domain.normalize.EntityChange;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.star.Rewriting.Move;
import dev.startide.domain.star.Rewriting.Turn;
import dev.startide.domain.timeline.History;
import dev.startide.domain.timeline.Statement;
import dev.startide.domain.timeline.Version;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Entity;
import dev.startide.warehouse.star.MiniDimension;
import dev.startide.warehouse.star.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides the versions of a dimension's members, and which facts move with them.
final class MemberDecision {

    private final Dimension.Members dimension;
    private final DimensionName name;
    private final MemberColumns columns;
    private final List<Shown> shown;
    private final Cascade cascade;
    private final Cascade.Members others;
    private final MemberRows rows;
    private final RowCollector table;
    private final List<Move> moves = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();

    /// @param others finds the members that those of this dimension refer to
    MemberDecision(MemberLayout layout, Entity entity, Cascade.Members others) {
        this.dimension = layout.dimension();
        this.name = dimension.name();
        this.cascade = new Cascade(layout, entity);
        this.others = others;
        this.columns = new MemberColumns(dimension, entity);
        this.shown = Stream.concat(columns.shown().stream(), cascade.shown().stream())
                .toList();
        this.rows = new MemberRows(layout);
        this.table = new RowCollector(layout.table());
    }

    DimensionName dimension() {
        return name;
    }

    /// Takes in what the batch says of the members.
    void decide(Map<Key, List<EntityChange>> changes, Workspace workspace) {
        Map<Key, List<Statement>> said = new LinkedHashMap<>();
        changes.forEach((key, stated) -> {
            List<Statement> counting = statements(key, stated.stream().map(StoredChange::of));
            if (!counting.isEmpty()) {
                said.put(key, counting);
            }
        });
        changes.forEach((key, stated) -> stated.forEach(change -> cascade.meet(key, change.attributes(), others)));
        said.forEach((key, statements) -> decide(key, statements, workspace));
        for (Key key : workspace.following(name)) {
            if (!said.containsKey(key)) {
                workspace.member(name, key).ifPresent(known -> follow(known, workspace));
            }
        }
    }

    /// Takes over what has become of the members that a member refers to.
    private void follow(Member known, Workspace workspace) {
        rewrite(known, cascade.own(known.told()), known, workspace);
    }

    /// The member with this natural key; one that nobody has heard of is inferred.
    Member memberOrInferred(Key naturalKey, Workspace workspace) {
        return workspace.member(name, naturalKey).orElseGet(() -> {
            Member inferred = infer(workspace.identityOf(dimension.of(), naturalKey), workspace.sequence(name));
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

    /// The intervals in which facts that are stored have to point at another combination, if this
    /// dimension is a trail.
    List<Turn> turns() {
        return turns;
    }

    private void decide(Key key, List<Statement> said, Workspace workspace) {
        List<Member> joined = joined(key, workspace);
        Member known = workspace.memberOf(name, key).orElse(null);
        if (!joined.isEmpty()) {
            merge(key, known, joined, said, workspace);
            return;
        }
        Member before = known == null ? infer(key, workspace.sequence(name)) : known;
        List<Version> own = history(before, said, workspace);
        rewrite(before, own, known, workspace);
    }

    /// The members that the batch has found to be the same as the one with this natural key.
    private List<Member> joined(Key key, Workspace workspace) {
        return workspace.merged(dimension.of()).getOrDefault(key, Set.of()).stream()
                .flatMap(former -> workspace.memberOf(name, former).stream())
                .toList();
    }

    /// Makes one member of several. The one that is identified by this key already keeps its
    /// durable key, else one of the others does; facts of all others move to it.
    private void merge(
            Key key, @Nullable Member known, List<Member> joined, List<Statement> said, Workspace workspace) {
        Member stored = known == null ? surviving(key, joined, workspace.sequence(name)) : known;
        Member before = stored == null
                ? infer(key, adopted(key, joined, workspace), workspace.sequence(name))
                : new Member(stored.durableKey(), key, stored.standing(), stored.versions());
        rewrite(before, history(before, said, workspace), stored, workspace);
        Member after = workspace.member(name, key).orElseThrow();
        for (Member other : joined) {
            if (!other.equals(stored)) {
                other.versions().forEach(version -> table.delete(Key.of(version.key())));
                moves.addAll(Rewriting.moves(other, after));
            }
        }
    }

    /// The member that lives on; null if one does that is not stored.
    private static @Nullable Member surviving(Key key, List<Member> joined, KeySequence keys) {
        long durableKey =
                keys.surviving(key, joined.stream().map(Member::durableKey).toList());
        return joined.stream()
                .filter(member -> member.durableKey() == durableKey)
                .findFirst()
                .orElse(null);
    }

    private long adopted(Key key, List<Member> joined, Workspace workspace) {
        return workspace
                .sequence(name)
                .surviving(key, joined.stream().map(Member::durableKey).toList());
    }

    /// @param stored the member as it is stored or will be, because another one of this batch refers
    ///     to it; null if nobody has heard of it
    private void rewrite(Member before, List<Version> own, @Nullable Member stored, Workspace workspace) {
        List<Version> told = cascade.shown(own, others);
        Rewriting rewriting = Rewriting.of(before, told, dimension.deletes(), workspace.sequence(name));
        write(rewriting, stored);
        moves.addAll(rewriting.moves());
        if (stored != null && MiniDimension.isTrail(name)) {
            turns.addAll(Rewriting.turns(stored, rewriting.after()));
        }
        workspace.setMember(name, rewriting.after());
    }

    private List<Version> history(Member before, List<Statement> said, Workspace workspace) {
        Key key = before.naturalKey();
        StoredChanges stored = workspace.changes(dimension.of(), key).orElse(null);
        if (stored != null) {
            List<Statement> all = Stream.concat(statements(key, stored.changes().stream()).stream(), said.stream())
                    .toList();
            return stored.areAll()
                    ? History.of(shown, all)
                    : History.goOn(shown, cascade.own(before.toldBefore(stored.since())), all);
        }
        return switch (before.standing()) {
            case INFERRED -> History.of(shown, said);
            case STATED -> History.goOn(shown, cascade.own(before.told()), said);
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

    /// What changes say of the member and of those that it refers to, as far as it counts.
    private List<Statement> statements(Key key, Stream<StoredChange> changes) {
        return changes.flatMap(change -> columns.statement(change.order(), change.kind(), change.attributes()).stream()
                        .map(said -> said.with(cascade.said(said.attributes(), key, change.attributes()))))
                .toList();
    }

    private Member infer(Key naturalKey, KeySequence keys) {
        return infer(naturalKey, keys.member(naturalKey), keys);
    }

    private Member infer(Key naturalKey, long durableKey, KeySequence keys) {
        long key = keys.version(durableKey, MemberLayout.OPEN_START, new ArrayList<>(), Set.of());
        MemberVersion version =
                new MemberVersion(key, MemberLayout.OPEN_START, MemberLayout.OPEN_END, cascade.unsaid());
        return new Member(durableKey, naturalKey, Member.Standing.INFERRED, List.of(version));
    }
}
