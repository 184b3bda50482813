package dev.startide.adapter.outbound.postgres.verify;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/// Parts that questions are put together from.
final class Sql {

    /// Where the first version of every member begins.
    static final Field<OffsetDateTime> OPEN_START = DSL.inline(MemberLayout.OPEN_START.atOffset(ZoneOffset.UTC));

    /// Where the current version of every member ends.
    static final Field<OffsetDateTime> OPEN_END = DSL.inline(MemberLayout.OPEN_END.atOffset(ZoneOffset.UTC));

    private Sql() {}

    static org.jooq.Table<Record> table(TableName table, String alias) {
        return Names.table(table).as(DSL.name(alias));
    }

    static <T> Field<T> field(String alias, ColumnName column, Class<T> type) {
        return DSL.field(DSL.name(alias, column.value()), type);
    }

    static Field<Object> field(String alias, ColumnName column) {
        return Names.field(alias, column);
    }

    /// The first column of every question.
    static Field<String> problem(String problem) {
        return DSL.inline(problem).as("problem");
    }

    /// What is selected: the problem, then columns that tell which row is meant.
    static List<SelectField<?>> finding(SelectField<?> problem, String alias, Collection<ColumnName> columns) {
        List<SelectField<?>> fields = new ArrayList<>();
        fields.add(problem);
        columns.stream().distinct().forEach(column -> fields.add(field(alias, column)));
        return fields;
    }

    /// The columns that tell a row of a table to a reader: its primary key, then others.
    static List<ColumnName> keyAnd(Table table, ColumnName... others) {
        List<ColumnName> columns = new ArrayList<>(table.primaryKey());
        columns.addAll(List.of(others));
        return columns;
    }

    /// Columns of one alias equal those of another one, pair by pair.
    static Condition equal(String left, List<ColumnName> leftColumns, String right, List<ColumnName> rightColumns) {
        Condition all = DSL.noCondition();
        for (int index = 0; index < leftColumns.size(); index++) {
            all = all.and(field(left, leftColumns.get(index)).eq(field(right, rightColumns.get(index))));
        }
        return all;
    }

    static Condition allPresent(String alias, Collection<ColumnName> columns) {
        return DSL.and(
                columns.stream().map(column -> field(alias, column).isNotNull()).toList());
    }
}
