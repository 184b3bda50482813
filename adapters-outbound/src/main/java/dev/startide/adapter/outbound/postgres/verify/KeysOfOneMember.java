package dev.startide.adapter.outbound.postgres.verify;

import static dev.startide.adapter.outbound.postgres.verify.Sql.finding;
import static dev.startide.adapter.outbound.postgres.verify.Sql.problem;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.AliasLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.star.Attribute;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// Whoever has several keys is one individual, under the key that identifies it.
@Singleton
final class KeysOfOneMember implements PostgresCheck {

    /// A key.
    private static final String CALLED = "k";

    /// The row of the key that identifies.
    private static final String IDENTITY = "i";

    private static final Check CHECK = new Check(
            "keys-of-one-member",
            Check.Area.DIMENSIONS,
            "Every key of an individual that has several leads to the key that identifies it, and nothing is kept under another.",
            "Report it as a bug, and rebuild the entity with its dimensions and facts.");

    @Override
    public Check check() {
        return CHECK;
    }

    @Override
    public List<Probe> probes(WarehouseLayout layout) {
        return layout.aliases().stream()
                .flatMap(aliases -> Stream.concat(
                        Stream.of(leads(aliases)), tables(aliases, layout).map(table -> isKept(aliases, table))))
                .toList();
    }

    /// What identifies is a key like others, and leads to itself.
    private static Probe leads(AliasLayout aliases) {
        List<ColumnName> called = aliases.table().primaryKey();
        List<ColumnName> identity = identity(aliases);
        Condition leads = DSL.exists(DSL.selectOne()
                .from(Sql.table(aliases.table().name(), IDENTITY))
                .where(Sql.equal(IDENTITY, called, CALLED, identity))
                .and(Sql.equal(IDENTITY, identity, CALLED, identity)));
        return Probe.of(
                aliases.table().name(),
                DSL.select(finding(problem("leads to a key that identifies nobody"), CALLED, called))
                        .from(Sql.table(aliases.table().name(), CALLED))
                        .where(DSL.not(leads)));
    }

    private static Probe isKept(AliasLayout aliases, TableName table) {
        List<ColumnName> called = aliases.table().primaryKey();
        List<ColumnName> identity = identity(aliases);
        return Probe.of(
                table,
                DSL.select(finding(problem("is kept under a key that does not identify"), CALLED, called))
                        .from(Sql.table(aliases.table().name(), CALLED))
                        .join(Sql.table(table, IDENTITY))
                        .on(Sql.equal(IDENTITY, identity, CALLED, called))
                        .where(DSL.not(Sql.equal(CALLED, called, CALLED, identity))));
    }

    private static Stream<TableName> tables(AliasLayout aliases, WarehouseLayout layout) {
        Stream<TableName> normalized = Stream.of(
                        layout.entities().stream()
                                .filter(entity -> entity.entity().equals(aliases.entity()))
                                .map(entity -> entity.table().name()),
                        layout.changes().stream()
                                .filter(changes -> changes.entity().equals(aliases.entity()))
                                .map(changes -> changes.table().name()))
                .flatMap(names -> names);
        Stream<TableName> dimensions = layout.members().stream()
                .filter(member ->
                        member.dimension().of().equals(aliases.entity().name()))
                .map(member -> member.table().name());
        return Stream.concat(normalized, dimensions);
    }

    private static List<ColumnName> identity(AliasLayout aliases) {
        return aliases.entity().key().stream().map(Attribute::name).toList();
    }
}
