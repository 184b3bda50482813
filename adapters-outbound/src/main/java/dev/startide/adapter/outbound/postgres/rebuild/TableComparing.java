package dev.startide.adapter.outbound.postgres.rebuild;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.domain.port.outbound.ShadowTables.Generated;
import dev.startide.domain.rebuild.TableDifference;
import dev.startide.domain.rebuild.TableDifference.Shape;
import dev.startide.warehouse.layout.Bookkeeping;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/// A live table and the one that was rebuilt for it, compared in one pass over both.
///
/// @param wanted the table as the model has it, under its live name
/// @param existing the live table, if there is one
record TableComparing(Table wanted, Optional<Table> existing, Generated generated) {

    private static final String LIVE = "live";
    private static final String BUILT = "built";

    /// Of an event that was logged twice, either may be the cause.
    private static final Set<ColumnName> LEFT_OUT = Set.of(Bookkeeping.LANE, Bookkeeping.POSITION);

    private static final int EXAMPLES = 10;

    TableDifference compare(Sql sql) throws SQLException {
        long rows = sql.number(Sql.render("select count(*) from {0}", built()));
        if (existing.isEmpty()) {
            return new TableDifference(wanted.name(), Shape.NEW, rows, 0, rows, 0, List.of());
        }
        Shape shape = shapeOf(existing.get());
        if (shape == Shape.OTHER_KEY) {
            return new TableDifference(wanted.name(), shape, rows, 0, 0, 0, List.of());
        }
        long[] counts = sql.query(
                        row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)},
                        Sql.render(
                                "select count(*) filter (where {0} is null), count(*) filter (where {1} is null),"
                                        + " count(*) {2}",
                                firstKey(BUILT), firstKey(LIVE), differing(existing.get())))
                .getFirst();
        List<String> keys = counts[2] == 0 ? List.of() : examples(sql, existing.get());
        return new TableDifference(
                wanted.name(), shape, rows, counts[0], counts[1], counts[2] - counts[0] - counts[1], keys);
    }

    private Shape shapeOf(Table live) {
        if (!live.primaryKey().equals(wanted.primaryKey())
                || !wanted.primaryKey().stream().allMatch(key -> isLive(live, column(key)))) {
            return Shape.OTHER_KEY;
        }
        Set<ColumnName> names = new HashSet<>();
        live.columns().forEach(column -> names.add(column.name()));
        boolean isSame = names.size() == wanted.columns().size()
                && wanted.columns().stream().allMatch(column -> isLive(live, column) && isAsRequired(live, column));
        return isSame ? Shape.SAME : Shape.OTHER;
    }

    private static boolean isAsRequired(Table live, Column column) {
        return live.column(column.name())
                .filter(found -> found.nullability() == column.nullability() || !column.isWritten())
                .isPresent();
    }

    private static boolean isLive(Table live, Column column) {
        return live.column(column.name())
                .filter(found -> found.type().equals(column.type()))
                .isPresent();
    }

    private Column column(ColumnName name) {
        return wanted.column(name).orElseThrow();
    }

    private List<String> examples(Sql sql, Table live) throws SQLException {
        List<QueryPart> parts = new ArrayList<>();
        for (ColumnName key : wanted.primaryKey()) {
            parts.add(DSL.sql("coalesce({0}, {1})::text", Names.field(LIVE, key), Names.field(BUILT, key)));
        }
        return sql.query(
                row -> row.getString(1),
                Sql.render(
                        "select concat_ws('/', {0}) {1} order by 1 limit {2}",
                        DSL.list(parts), differing(live), DSL.inline(EXAMPLES)));
    }

    private QueryPart differing(Table live) {
        List<QueryPart> same = new ArrayList<>();
        for (ColumnName key : wanted.primaryKey()) {
            same.add(DSL.sql("{0} = {1}", Names.field(LIVE, key), Names.field(BUILT, key)));
        }
        QueryPart missing = switch (generated) {
            case BY_EVENTS -> DSL.sql("{0} is null or {1} is null or", firstKey(LIVE), firstKey(BUILT));
            case AS_NEEDED -> DSL.sql("{0} is not null and {1} is not null and", firstKey(BUILT), firstKey(LIVE));
            case IN_ADVANCE -> DSL.sql("{0} is null or {1} is not null and", firstKey(BUILT), firstKey(LIVE));
        };
        return DSL.sql(
                "from {0} as {1} full join {2} as {3} on {4} where {5} row({6}) is distinct from row({7})",
                Names.of(wanted.name()),
                DSL.name(LIVE),
                built(),
                DSL.name(BUILT),
                joined(same),
                missing,
                DSL.list(values(live, LIVE)),
                DSL.list(values(live, BUILT)));
    }

    private static QueryPart joined(List<QueryPart> conditions) {
        QueryPart all = conditions.getFirst();
        for (QueryPart condition : conditions.subList(1, conditions.size())) {
            all = DSL.sql("{0} and {1}", all, condition);
        }
        return all;
    }

    /// A number at the end, because a row of no columns cannot be compared.
    private List<QueryPart> values(Table live, String alias) {
        List<QueryPart> values = new ArrayList<>();
        for (Column column : wanted.columns()) {
            if (isLive(live, column)
                    && !LEFT_OUT.contains(column.name())
                    && !wanted.primaryKey().contains(column.name())) {
                QueryPart value = Names.field(alias, column.name());
                values.add(column.type() instanceof LogicalType.Json ? DSL.sql("{0}::text", value) : value);
            }
        }
        values.add(DSL.inline(0));
        return values;
    }

    private QueryPart firstKey(String alias) {
        return Names.field(alias, wanted.primaryKey().getFirst());
    }

    private QueryPart built() {
        return Names.of(Schemas.REBUILD.in(wanted.name()));
    }
}
