package dev.startide.adapter.outbound.postgres.rebuild;

import dev.startide.adapter.outbound.postgres.catalog.SchemaMaking;
import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.Name;
import org.jooq.impl.DSL;

/// Lets tables change places, within one transaction. Rows stay where they are; what changes is
/// which schema a table belongs to.
record Exchange(Sql sql) {

    private static final String GRANTS = SqlFile.beside(Exchange.class, "grants.sql");
    private static final String ALARMS = """
            select tgname, pg_get_triggerdef(oid), pg_get_functiondef(tgfoid)
            from pg_catalog.pg_trigger where tgrelid = ?::regclass and tgname like 'startide#_%' escape '#'
            """;
    private static final String CROSSING = SqlFile.beside(Exchange.class, "crossing_keys.sql");

    /// Everything that has to be held for tables to be exchanged: the views over them first, as
    /// readers take them.
    static List<Name> relations(Collection<ReadingView> views, Collection<TableName> tables) {
        List<Name> relations = new ArrayList<>();
        views.forEach(view -> relations.add(view.name()));
        tables.stream().sorted().forEach(table -> relations.add(Names.of(table)));
        return relations;
    }

    void makeSchemas(Schemas schemas) throws SQLException {
        for (String schema : schemas.ofTables()) {
            sql.run("create schema if not exists {0}", DSL.name(schema));
        }
        sql.run("create schema if not exists {0}", DSL.name(schemas.control()));
    }

    void dropSchemas(Schemas schemas) throws SQLException {
        for (String schema : schemas.ofTables()) {
            sql.run("drop schema if exists {0} cascade", DSL.name(schema));
        }
        sql.run("drop schema if exists {0} cascade", DSL.name(schemas.control()));
    }

    /// Moves live tables away.
    void away(Collection<TableName> tables, Schemas to) throws SQLException {
        for (TableName table : tables) {
            move(table, to.in(table).schema());
        }
    }

    /// Moves tables to where the live ones are.
    ///
    /// @param tables by their live names
    void in(Collection<TableName> tables, Schemas from) throws SQLException {
        for (TableName table : tables) {
            move(from.in(table), table.schema());
        }
    }

    /// Gives a table the rights that others have on another one.
    void copyGrants(TableName from, TableName to) throws SQLException {
        List<String> grants = sql.query(
                row -> "grant %s on %s to %s%s"
                        .formatted(
                                row.getString(1),
                                Sql.render("{0}", Names.of(to)),
                                row.getString(2),
                                row.getBoolean(3) ? " with grant option" : ""),
                GRANTS,
                from.toString());
        for (String grant : grants) {
            sql.execute(grant);
        }
    }

    /// Drops the foreign keys of tables to those of other schemas: nobody keeps the rows of former
    /// tables up to date, and they would hold on to rows that go.
    ///
    /// @return what makes these keys again once the tables are live
    List<String> untie(Schemas schemas) throws SQLException {
        List<CrossingKey> crossing = sql.query(
                row -> new CrossingKey(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                CROSSING,
                schemas.normalized(),
                schemas.star(),
                schemas.normalized(),
                schemas.star());
        List<String> again = new ArrayList<>();
        for (CrossingKey key : crossing) {
            TableName table = new TableName(key.schema(), key.table());
            sql.run("alter table {0} drop constraint {1}", Names.of(table), DSL.name(key.name()));
            Name live = Names.of(schemas.live(table));
            String definition = key.definition().toLowerCase(Locale.ROOT).contains("not enforced")
                    ? key.definition()
                    : key.definition() + " not valid";
            again.add("alter table %s add %s".formatted(Sql.render("{0}", live), definition));
        }
        return again;
    }

    private record CrossingKey(String schema, String table, String name, String definition) {}

    /// Takes the alarms off live tables that are going to be former ones, which nobody writes.
    ///
    /// @return what sets them again once the tables are live
    List<String> silence(Collection<TableName> live) throws SQLException {
        List<String> again = new ArrayList<>();
        for (TableName table : live) {
            for (Alarm alarm : sql.query(
                    row -> new Alarm(row.getString(1), row.getString(2), row.getString(3)), ALARMS, table.toString())) {
                sql.run("drop trigger {0} on {1}", DSL.name(alarm.trigger()), Names.of(table));
                again.add(alarm.function());
                again.add(alarm.definition());
            }
        }
        return again;
    }

    private record Alarm(String trigger, String definition, String function) {}

    /// Sets the alarms of a table that has become live: their questions name the table.
    void setAlarms(Table table) throws SQLException {
        for (String statement : SchemaMaking.alarms(table)) {
            sql.execute(statement);
        }
    }

    /// Lets foreign keys lead to live tables that lead elsewhere, because what they refer to did
    /// not take part. Whether rows fulfil them is found out later, without keeping anybody waiting.
    void tie(Table table, Set<TableName> exchanged) throws SQLException {
        for (ForeignKey key : table.foreignKeys()) {
            if (!exchanged.contains(key.target())) {
                sql.execute(SchemaMaking.addForeignKeyUnchecked(table.name(), key));
            }
        }
    }

    private void move(TableName table, String schema) throws SQLException {
        sql.run("alter table {0} set schema {1}", Names.of(table), DSL.name(schema));
    }
}
