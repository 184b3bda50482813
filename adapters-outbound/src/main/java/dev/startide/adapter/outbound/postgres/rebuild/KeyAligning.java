package dev.startide.adapter.outbound.postgres.rebuild;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.Index;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/// Gives rows of a rebuilt table the surrogate keys that the same rows have live. The same row is
/// one with the same values in a unique index.
///
/// Special members keep theirs, which are the same everywhere. Most others have them already,
/// because the loader of the rebuild asks for them. What is left are rows whose live keys came
/// about, or went to another row, while the rebuild was behind.
///
/// @param beside the rebuilt table
/// @param live the live table
/// @param all every rebuilt table, for those that refer to this one
record KeyAligning(Table beside, Table live, List<Table> all) {

    private static final Name MOVED = DSL.name("startide_moved_key");

    /// Far below the keys of special members, for keys on their way.
    private static final long ON_THE_WAY = -1_000;

    private static final String KEY = "_key";
    private static final String DURABLE_KEY = "_durable_key";

    /// How a table can be aligned; empty if it has no surrogate key, or rows cannot be recognised.
    static Optional<KeyAligning> of(Table beside, Optional<Table> live, List<Table> all) {
        return live.filter(found ->
                        hasSurrogateKey(beside) && identity(beside, found).isPresent())
                .map(found -> new KeyAligning(beside, found, all));
    }

    private static boolean hasSurrogateKey(Table table) {
        return table.primaryKey().size() == 1
                && table.column(table.primaryKey().getFirst())
                        .filter(column -> column.type() instanceof LogicalType.BigInt)
                        .isPresent();
    }

    private static Optional<Index> identity(Table beside, Table live) {
        return beside.indexes().stream()
                .filter(index -> index.kind() == Index.Kind.UNIQUE)
                .filter(index -> !index.columns().contains(beside.primaryKey().getFirst()))
                .filter(index -> index.columns().stream().allMatch(name -> sameIn(beside, live, name)))
                .filter(index -> sameIn(beside, live, beside.primaryKey().getFirst()))
                .findFirst();
    }

    private static boolean sameIn(Table one, Table other, ColumnName name) {
        Optional<LogicalType> type = one.column(name).map(Column::type);
        return type.isPresent() && type.equals(other.column(name).map(Column::type));
    }

    /// Gives rows their keys, and lets whatever refers to them follow.
    ///
    /// @return how many rows got another key
    long align(Sql sql) throws SQLException {
        sql.run("drop table if exists {0}", MOVED);
        sql.run(
                "create temporary table {0} on commit drop as select {1} as old_key, {2} as new_key{3}"
                        + " from {4} as built join {5} as live on {6} where {1} > 0 and {2} > 0 and ({1} <> {2}{7})",
                MOVED,
                field("built", key()),
                field("live", key()),
                durable()
                        .map(name -> DSL.sql(
                                ", {0} as old_durable, {1} as new_durable", field("built", name), field("live", name)))
                        .orElseGet(() -> DSL.sql("")),
                Names.of(beside.name()),
                Names.of(live.name()),
                sameRow(),
                durable()
                        .map(name -> DSL.sql(" or {0} <> {1}", field("built", name), field("live", name)))
                        .orElseGet(() -> DSL.sql("")));
        long moved = sql.number(Sql.render("select count(*) from {0}", MOVED));
        if (moved > 0) {
            makeRoom(sql);
            move(sql);
        }
        return moved;
    }

    /// A row that has, but should not have, a key that another one is to get, gets a new one.
    private void makeRoom(Sql sql) throws SQLException {
        sql.run(
                "insert into {0} (old_key, new_key{4}) select {1}, (select max({1}) from {2}) + row_number() over ()"
                        + "{5} from {2} as built where {1} in (select new_key from {0})"
                        + " and {1} not in (select old_key from {0})",
                MOVED,
                Names.of(key()),
                Names.of(beside.name()),
                Names.of(key()),
                DSL.sql(durable().isPresent() ? ", old_durable, new_durable" : ""),
                durable().map(name -> DSL.sql(", {0}, {0}", Names.of(name))).orElseGet(() -> DSL.sql("")));
    }

    private void move(Sql sql) throws SQLException {
        sql.execute("set constraints all deferred");
        sql.run(
                "update {0} as built set {1} = {2} - moved.new_key{3} from {4} as moved where built.{1} = moved.old_key",
                Names.of(beside.name()),
                Names.of(key()),
                DSL.inline(ON_THE_WAY),
                durable()
                        .map(name -> DSL.sql(", {0} = {1} - moved.new_durable", Names.of(name), DSL.inline(ON_THE_WAY)))
                        .orElseGet(() -> DSL.sql("")),
                MOVED);
        sql.run(
                "update {0} set {1} = {2} - {1}{3} where {1} <= {2}",
                Names.of(beside.name()),
                Names.of(key()),
                DSL.inline(ON_THE_WAY),
                durable()
                        .map(name -> DSL.sql(", {0} = {1} - {0}", Names.of(name), DSL.inline(ON_THE_WAY)))
                        .orElseGet(() -> DSL.sql("")));
        for (Table referring : all) {
            for (ForeignKey reference : referring.foreignKeys()) {
                if (reference.target().equals(beside.name())
                        && reference.targetColumns().equals(beside.primaryKey())) {
                    follow(sql, referring, reference.columns().getFirst());
                }
            }
        }
    }

    private void follow(Sql sql, Table referring, ColumnName column) throws SQLException {
        QueryPart durableToo = durable()
                .flatMap(_ -> durableBeside(referring, column))
                .map(name -> DSL.sql(", {0} = moved.new_durable", Names.of(name)))
                .orElseGet(() -> DSL.sql(""));
        sql.run(
                "update {0} as referring set {1} = moved.new_key{2} from {3} as moved where referring.{1} = moved.old_key",
                Names.of(referring.name()), Names.of(column), durableToo, MOVED);
    }

    private static Optional<ColumnName> durableBeside(Table referring, ColumnName column) {
        String name = column.value();
        return name.endsWith(KEY)
                ? referring.columns().stream()
                        .map(Column::name)
                        .filter(other ->
                                other.value().equals(name.substring(0, name.length() - KEY.length()) + DURABLE_KEY))
                        .findFirst()
                : Optional.empty();
    }

    /// The durable key of a member, if rows are versions of members.
    private Optional<ColumnName> durable() {
        return durableBeside(beside, key()).filter(name -> sameIn(beside, live, name));
    }

    /// Equal as texts, because nulls are equal here, and because texts can be hashed.
    private QueryPart sameRow() {
        List<ColumnName> identity = identity(beside, live).orElseThrow().columns();
        return DSL.sql(
                "row({0})::text = row({1})::text",
                DSL.list(identity.stream().map(name -> field("built", name)).toList()),
                DSL.list(identity.stream().map(name -> field("live", name)).toList()));
    }

    private ColumnName key() {
        return beside.primaryKey().getFirst();
    }

    private static QueryPart field(String alias, ColumnName name) {
        return Names.field(alias, name);
    }
}
