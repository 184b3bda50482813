package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.SqlTypes;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.Index;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/// Says changes of a schema in PostgreSQL's words.
final class ChangeSql {

    private ChangeSql() {}

    /// The statements that make a change, in order.
    static List<String> of(SchemaChange change) {
        return switch (change) {
            case SchemaChange.AddTable(var table) -> List.of(render(addTable(table)));
            case SchemaChange.AddColumn(var table, var column) ->
                List.of(
                        render(addColumn(table, column)),
                        render(Comments.onColumn(table, column.name(), column.comment())));
            case SchemaChange.AddIndex(var table, var index) -> List.of(render(addIndex(table, index)));
            case SchemaChange.AddAlarm(var table, var alarm) -> AlarmSql.of(table, alarm);
            case SchemaChange.AddForeignKey(var table, var key) ->
                List.of(render(addForeignKey(table, DSL.sql(""), key)));
            case SchemaChange.SetView(var view) ->
                List.of(render(DSL.dropViewIfExists(Names.of(view.name()))), render(ViewSql.create(view)));
            case SchemaChange.ChangeType _,
                    SchemaChange.ChangeKey _,
                    SchemaChange.AddRequiredColumn _,
                    SchemaChange.AddLateColumn _,
                    SchemaChange.AddLateTable _,
                    SchemaChange.Obstacle _,
                    SchemaChange.ChangeEnforcement _,
                    SchemaChange.CheckForeignKey _ ->
                throw StartideException.because(
                        FailureCode.INVARIANT_BROKEN,
                        "A change of %s is not one of adding alone".formatted(change.target()));
        };
    }

    private static QueryPart addTable(Table table) {
        List<QueryPart> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(definition(column)));
        parts.add(DSL.sql("primary key ({0})", DSL.list(names(table.primaryKey()))));
        if (isVersioned(table)) {
            parts.add(DSL.sql("check ({0} < {1})", Names.of(MemberLayout.VALID_FROM), Names.of(MemberLayout.VALID_TO)));
        }
        return DSL.sql("create table {0} ({1})", Names.of(table.name()), DSL.list(parts));
    }

    private static boolean isVersioned(Table table) {
        return table.column(MemberLayout.VALID_FROM).isPresent()
                && table.column(MemberLayout.VALID_TO).isPresent();
    }

    private static QueryPart addColumn(TableName table, Column column) {
        return DSL.sql("alter table {0} add column {1}", Names.of(table), definition(column));
    }

    private static QueryPart definition(Column column) {
        QueryPart name = Names.of(column.name());
        QueryPart type = DSL.sql(SqlTypes.of(column.type()).getCastTypeName(Names.RENDERER.configuration()));
        return switch (column.origin()) {
            case Column.Origin.Written() ->
                switch (column.nullability()) {
                    case REQUIRED -> DSL.sql("{0} {1} not null", name, type);
                    case OPTIONAL -> DSL.sql("{0} {1}", name, type);
                };
            case Column.Origin.Computed(var sql) ->
                DSL.sql("{0} {1} generated always as ({2}) stored", name, type, DSL.sql(sql));
        };
    }

    /// Unnamed: the server finds a name that is free and short enough.
    private static QueryPart addIndex(TableName table, Index index) {
        String create = switch (index.kind()) {
            case UNIQUE -> "create unique index on {0} ({1})";
            case PLAIN -> "create index on {0} ({1})";
        };
        return DSL.sql(create, Names.of(table), DSL.list(names(index.columns())));
    }

    /// What adds a foreign key under a name of its own.
    static String addForeignKey(TableName table, String name, ForeignKey key) {
        return render(addForeignKey(table, DSL.sql("constraint {0} ", DSL.name(name)), key));
    }

    /// Deferrable, because rows of one batch may refer to each other in any order.
    private static QueryPart addForeignKey(TableName table, QueryPart name, ForeignKey key) {
        return DSL.sql(
                "alter table {0} add {5}foreign key ({1}) references {2} ({3}) deferrable initially immediate{4}",
                Names.of(table),
                DSL.list(names(key.columns())),
                Names.of(key.target()),
                DSL.list(names(key.targetColumns())),
                DSL.sql(
                        switch (key.enforcement()) {
                            case ENFORCED -> "";
                            case DECLARED -> " not enforced";
                        }),
                name);
    }

    private static org.jooq.Name[] names(List<ColumnName> columns) {
        return columns.stream().map(Names::of).toArray(org.jooq.Name[]::new);
    }

    private static String render(QueryPart query) {
        return Names.RENDERER.renderInlined(query);
    }
}
