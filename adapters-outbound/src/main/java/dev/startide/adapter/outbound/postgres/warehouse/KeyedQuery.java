package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.SqlArrays;
import dev.startide.adapter.outbound.postgres.sql.SqlTypes;
import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/// A question about the rows of a table that have one of many keys, asked in one statement: each
/// part of the keys travels as an array.
///
/// @param sql the statement, with one array parameter for each part of a key
/// @param types the types of these parts
record KeyedQuery(String sql, List<LogicalType> types) {

    /// What the table is called in the statement.
    static final String ROW = "r";

    private static final String KEYS = "k";

    /// How many keys one statement takes: enough that round trips do not count, few enough that
    /// their text does not either.
    static final int MAX_KEYS = 20_000;

    KeyedQuery {
        types = List.copyOf(types);
    }

    /// A query for the written columns of a table.
    ///
    /// @param keyColumns the columns that the keys are of
    static KeyedQuery rowsOf(Table table, List<ColumnName> keyColumns) {
        return of(table, keyColumns, writtenColumns(table), List.of());
    }

    /// A query for the written columns of those rows that are not before an instant, which is the
    /// last part of each key.
    static KeyedQuery rowsSince(Table table, List<ColumnName> keyColumns, ColumnName since) {
        List<ColumnName> columns = new ArrayList<>(keyColumns);
        columns.add(since);
        return of(table, columns, writtenColumns(table), List.of(), part -> part == keyColumns.size());
    }

    /// The written columns of a table, to be selected.
    static List<SelectField<?>> writtenColumns(Table table) {
        List<SelectField<?>> fields = new ArrayList<>();
        table.writtenColumns().forEach(column -> fields.add(Names.field(ROW, column.name())));
        return fields;
    }

    /// A query that joins further tables to the rows.
    static KeyedQuery of(Table table, List<ColumnName> keyColumns, List<SelectField<?>> fields, List<OuterJoin> joins) {
        return of(table, keyColumns, fields, joins, _ -> false);
    }

    /// @param isLeast whether a part of the key is the least that the column may be
    private static KeyedQuery of(
            Table table,
            List<ColumnName> keyColumns,
            List<SelectField<?>> fields,
            List<OuterJoin> joins,
            IntPredicate isLeast) {
        List<LogicalType> types =
                keyColumns.stream().map(name -> column(table, name).type()).toList();
        List<Param<?>> parameters = new ArrayList<>();
        types.forEach(type -> parameters.add(DSL.param("keys", SqlTypes.of(type).getArrayDataType())));
        Name[] parts = IntStream.range(0, types.size())
                .mapToObj(index -> DSL.name("p" + index))
                .toArray(Name[]::new);
        org.jooq.Table<Record> keys =
                DSL.table("unnest({0})", DSL.list(parameters)).as(DSL.name(KEYS), parts);
        Condition sameKey = DSL.noCondition();
        for (int index = 0; index < parts.length; index++) {
            Field<Object> part = DSL.field(DSL.name(DSL.name(KEYS), parts[index]));
            Field<Object> column = Names.field(ROW, keyColumns.get(index));
            sameKey = sameKey.and(isLeast.test(index) ? column.ge(part) : column.eq(part));
        }
        var joined = DSL.select(fields)
                .from(keys.join(Names.table(table.name()).as(ROW)).on(sameKey));
        for (OuterJoin join : joins) {
            joined = joined.leftJoin(join.target()).on(join.condition());
        }
        return new KeyedQuery(Names.RENDERER.render(joined), types);
    }

    /// A table whose row is shown beside, where there is one.
    record OuterJoin(org.jooq.Table<?> target, Condition condition) {}

    PreparedStatement prepare(Connection connection, List<Key> keys) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int part = 0; part < types.size(); part++) {
            int index = part;
            List<Object> values = keys.stream().map(key -> key.part(index)).toList();
            statement.setArray(part + 1, SqlArrays.of(connection, types.get(part), values));
        }
        return statement;
    }

    private static Column column(Table table, ColumnName name) {
        return table.column(name)
                .orElseThrow(() -> new IllegalArgumentException("%s has no column %s".formatted(table.name(), name)));
    }
}
