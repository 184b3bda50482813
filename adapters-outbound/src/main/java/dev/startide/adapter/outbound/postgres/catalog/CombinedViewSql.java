package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.View;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// Groups of several tables side by side, as a query.
///
/// The sides stand below each other first, and then one row for each group is made of them: no join
/// finds nulls that are equal, and what readers filter groups by reaches every side. A side has a
/// group once at most, so that any value of a column is its only one.
///
/// A side has no values for the columns of the others. Nulls of the right types come from joining
/// them on a condition that is never true, which costs nothing.
final class CombinedViewSql {

    private static final String ALL = "side";

    private final View.Combined view;

    private CombinedViewSql(View.Combined view) {
        this.view = view;
    }

    static Select<Record> select(View.Combined view) {
        return new CombinedViewSql(view).select();
    }

    private Select<Record> select() {
        List<CommonTableExpression<Record>> sides = new ArrayList<>();
        for (View.Rows side : view.sides()) {
            sides.add(DSL.name(nameOf(sides.size())).asNotMaterialized(ViewSql.select(side)));
        }
        List<Field<Object>> keys = view.sides().getFirst().keys().stream()
                .map(key -> field(ALL, key.name()))
                .toList();
        List<SelectField<?>> fields = new ArrayList<>(keys);
        view.measures()
                .forEach(measure -> fields.add(
                        DSL.field("any_value({0})", field(ALL, measure)).as(Names.of(measure))));
        return DSL.with(sides).select(fields).from(below().asTable(ALL)).groupBy(keys);
    }

    /// All groups of all sides below each other.
    private Select<Record> below() {
        Select<Record> all = rows(0);
        for (int side = 1; side < view.sides().size(); side++) {
            all = all.unionAll(rows(side));
        }
        return all;
    }

    private Select<Record> rows(int side) {
        List<SelectField<?>> fields = new ArrayList<>();
        view.sides().get(side).keys().forEach(key -> fields.add(field(nameOf(side), key.name())));
        view.measures().forEach(measure -> fields.add(field(nameOf(sideOf(measure)), measure)));
        Table<?> from = DSL.table(DSL.name(nameOf(side)));
        for (int other = 0; other < view.sides().size(); other++) {
            if (other != side) {
                from = from.leftJoin(DSL.table(DSL.name(nameOf(other)))).on(DSL.falseCondition());
            }
        }
        return DSL.select(fields).from(from);
    }

    private int sideOf(ColumnName measure) {
        for (int side = 0; side < view.sides().size(); side++) {
            View.Rows rows = view.sides().get(side);
            if (rows.outputs().stream()
                    .skip(rows.groups())
                    .anyMatch(output -> output.name().equals(measure))) {
                return side;
            }
        }
        throw new IllegalArgumentException("No side has a measure " + measure);
    }

    private static String nameOf(int side) {
        return "side_" + (side + 1);
    }

    private static Field<Object> field(String alias, ColumnName column) {
        return DSL.field(DSL.name(alias, column.value()));
    }
}
