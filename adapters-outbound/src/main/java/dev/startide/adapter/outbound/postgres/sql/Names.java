package dev.startide.adapter.outbound.postgres.sql;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.TableName;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/// Names of the warehouse as jOOQ quotes them, and the renderer of statements.
public final class Names {

    /// Renders statements; executes none.
    public static final DSLContext RENDERER = DSL.using(SQLDialect.POSTGRES, new Settings().withRenderCatalog(false));

    private Names() {}

    public static Name of(TableName table) {
        return DSL.name(table.schema(), table.name());
    }

    public static Name of(ColumnName column) {
        return DSL.name(column.value());
    }

    public static Table<Record> table(TableName table) {
        return DSL.table(of(table));
    }

    /// A column of its logical type's SQL type.
    public static Field<?> field(Column column) {
        return DSL.field(of(column.name()), SqlTypes.of(column.type()));
    }

    /// A column of something that has an alias.
    public static Field<Object> field(String alias, ColumnName column) {
        return DSL.field(DSL.name(alias, column.value()));
    }

    /// A binary COPY into columns of a table.
    public static String copyFromStdin(Name target, List<Column> columns) {
        return RENDERER.render(DSL.sql(
                "copy {0} ({1}) from stdin with (format binary)",
                target,
                DSL.list(columns.stream().map(column -> of(column.name())).toList())));
    }
}
