package dev.startide.adapter.outbound.postgres.copy;

import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// The temporary table that rows go through which a table may have already.
///
/// It lives as long as its session and is emptied in place by each commit: that writes nothing to
/// the catalog, which making it anew or `TRUNCATE` would do with each batch. Its name says which
/// columns it has, so that a table which has grown gets another one.
///
/// @param create makes it unless the session has it
/// @param update gives the rows of the table the values of the rows here
/// @param updateDifferent does so where a value is another one, and leaves all other rows alone
/// @param insertMissing adds the rows here that the table does not have
/// @param empty empties it before the transaction ends
public record StageTable(
        Name name, String create, String update, String updateDifferent, String insertMissing, String empty) {

    private static final String ROW = "r";
    private static final String STAGED = "s";

    /// The temporary table for rows of a table.
    public static StageTable of(Table table) {
        Name name = DSL.name("stage_" + fingerprint(table));
        List<Column> columns = table.writtenColumns();
        List<Field<?>> fields = new ArrayList<>();
        columns.forEach(column -> fields.add(Names.field(column)));
        String create = Names.RENDERER.render(
                DSL.createTemporaryTableIfNotExists(name).columns(fields).onCommitDeleteRows());
        return new StageTable(
                name,
                create,
                update(table, name, DSL.noCondition()),
                update(table, name, isDifferent(table)),
                insertMissing(table, name),
                empty(name));
    }

    private static String update(Table table, Name stage, Condition besides) {
        List<Name> targets = new ArrayList<>();
        List<Field<?>> values = new ArrayList<>();
        for (Column column : table.writtenColumns()) {
            if (!table.primaryKey().contains(column.name())) {
                targets.add(Names.of(column.name()));
                values.add(Names.field(STAGED, column.name()));
            }
        }
        Condition sameKey = besides;
        for (var key : table.primaryKey()) {
            sameKey = sameKey.and(Names.field(ROW, key).eq(Names.field(STAGED, key)));
        }
        return Names.RENDERER.render(DSL.sql(
                "update {0} as {1} set ({2}) = row({3}) from {4} as {5} where {6}",
                Names.of(table.name()),
                DSL.name(ROW),
                DSL.list(targets),
                DSL.list(values),
                stage,
                DSL.name(STAGED),
                sameKey));
    }

    private static Condition isDifferent(Table table) {
        Condition different = DSL.noCondition();
        for (Column column : table.writtenColumns()) {
            if (!table.primaryKey().contains(column.name())) {
                different = different.or(comparable(ROW, column).isDistinctFrom(comparable(STAGED, column)));
            }
        }
        return different;
    }

    /// Documents can be compared as text only.
    private static Field<Object> comparable(String alias, Column column) {
        Field<Object> field = Names.field(alias, column.name());
        return column.type() instanceof LogicalType.Json
                ? field.cast(SQLDataType.CLOB).coerce(Object.class)
                : field;
    }

    private static String insertMissing(Table table, Name stage) {
        var columns = DSL.list(table.writtenColumns().stream()
                .map(column -> Names.of(column.name()))
                .toList());
        return Names.RENDERER.render(DSL.sql(
                "insert into {0} ({1}) select {1} from {2} on conflict do nothing",
                Names.of(table.name()), columns, stage));
    }

    private static String empty(Name stage) {
        return Names.RENDERER.render(DSL.deleteFrom(DSL.table(stage)));
    }

    private static String fingerprint(Table table) {
        StringBuilder text = new StringBuilder(table.name().toString());
        table.writtenColumns()
                .forEach(column -> text.append(' ')
                        .append(column.name())
                        .append(' ')
                        .append(column.type().sqlName()));
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
