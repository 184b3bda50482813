package dev.startide.adapter.outbound.postgres.warehouse;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.adapter.outbound.postgres.sql.SqlTypes;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Name;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// Deletes the rows of a table that have one of many primary keys, in one statement.
final class KeyedDelete {

    private static final String KEYS = "k";

    private KeyedDelete() {}

    static KeyedQuery from(Table table) {
        List<LogicalType> types = table.primaryKey().stream()
                .map(name -> table.column(name).map(Column::type).orElseThrow())
                .toList();
        List<Param<?>> parameters = types.stream()
                .<Param<?>>map(type -> DSL.param("keys", SqlTypes.of(type).getArrayDataType()))
                .toList();
        Name[] parts = IntStream.range(0, types.size())
                .mapToObj(index -> DSL.name("p" + index))
                .toArray(Name[]::new);
        org.jooq.Table<Record> keys =
                DSL.table("unnest({0})", DSL.list(parameters)).as(DSL.name(KEYS), parts);
        org.jooq.Table<Record> rows = Names.table(table.name()).as(KeyedQuery.ROW);
        Condition sameKey = DSL.noCondition();
        for (int index = 0; index < parts.length; index++) {
            sameKey = sameKey.and(Names.field(KeyedQuery.ROW, table.primaryKey().get(index))
                    .eq(DSL.field(DSL.name(DSL.name(KEYS), parts[index]))));
        }
        return new KeyedQuery(
                Names.RENDERER.render(DSL.deleteFrom(rows).using(keys).where(sameKey)), types);
    }
}
