package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.View;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// A view as a query.
final class ViewSql {

    private ViewSql() {}

    static Query create(View view) {
        return DSL.createView(Names.table(view.name())).as(select(view));
    }

    private static Select<Record> select(View view) {
        Table<?> from = Names.table(view.from()).as(View.FROM_ALIAS);
        for (View.Join join : view.joins()) {
            from = from.join(Names.table(join.target()).as(join.alias())).on(condition(join));
        }
        List<? extends SelectField<?>> fields = view.outputs().stream()
                .map(output -> expression(output).as(Names.of(output.name())))
                .toList();
        var select = DSL.select(fields).from(from);
        return view.groups() == 0 ? select : select.groupBy(groups(view));
    }

    private static Condition condition(View.Join join) {
        Condition same =
                Names.field(join.fromAlias(), join.fromColumn()).eq(Names.field(join.alias(), join.targetColumn()));
        for (ColumnName column : join.sameNamed()) {
            same = same.and(Names.field(join.fromAlias(), column).eq(Names.field(join.alias(), column)));
        }
        Condition all = same;
        return join.only()
                .map(only ->
                        all.and(DSL.condition(Names.field(join.alias(), only).coerce(Boolean.class))))
                .orElse(all);
    }

    private static List<Field<Object>> groups(View view) {
        return view.outputs().stream()
                .limit(view.groups())
                .map(ViewSql::expression)
                .toList();
    }

    private static Field<Object> expression(View.Output output) {
        return switch (output.expression()) {
            case View.Expression.Qualified(var alias, var column) -> Names.field(alias, column);
            case View.Expression.Sql(var text) -> DSL.field(text);
        };
    }
}
