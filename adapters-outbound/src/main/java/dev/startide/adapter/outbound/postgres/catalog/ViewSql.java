package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.MovingWindow;
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
        return DSL.createView(Names.table(view.name())).as(select(view.content()));
    }

    private static Select<? extends Record> select(View.Content content) {
        return switch (content) {
            case View.Rows rows -> select(rows);
            case View.Combined combined -> CombinedViewSql.select(combined);
        };
    }

    static Select<Record> select(View.Rows view) {
        List<? extends SelectField<?>> fields = view.outputs().stream()
                .map(output -> expression(output).as(Names.of(output.name())))
                .toList();
        Table<?> from = Names.table(view.from()).as(View.FROM_ALIAS);
        for (View.Join join : view.joins()) {
            from = from.join(Names.table(join.target()).as(join.alias())).on(condition(join));
        }
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

    private static List<Field<Object>> groups(View.Rows view) {
        return view.keys().stream().map(ViewSql::expression).toList();
    }

    private static Field<Object> expression(View.Output output) {
        return switch (output.expression()) {
            case View.Expression.Qualified(var alias, var column) -> Names.field(alias, column);
            case View.Expression.Sql(var text) -> DSL.field(text);
            case View.Expression.Window window -> window(window);
        };
    }

    /// Instants become clock readings first: how long a day is would depend on the session's time
    /// zone otherwise. A microsecond less than the span leaves out the instant at its far end.
    private static Field<Object> window(View.Expression.Window window) {
        MovingWindow moving = window.window();
        List<Field<Object>> per = window.per().stream()
                .map(column -> Names.field(View.FROM_ALIAS, column))
                .toList();
        return DSL.field(
                "{0}({1}) over ({2} order by {3} at time zone {4} range between"
                        + " {5} - interval '1 microsecond' preceding and current row)",
                DSL.sql(moving.function().word()),
                Names.field(View.FROM_ALIAS, moving.of()),
                per.isEmpty() ? DSL.sql("") : DSL.sql("partition by {0}", DSL.list(per)),
                Names.field(View.FROM_ALIAS, window.order()),
                DSL.inline(moving.zone()),
                DSL.sql("interval '" + moving.over() + "'"));
    }
}
