package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.adapter.outbound.postgres.sql.SqlTypes;
import dev.startide.warehouse.schema.Alarm;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Enforcement;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.Identifier;
import dev.startide.warehouse.schema.Index;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Nullability;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.schema.WarehouseSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the schema that exists. What no model can have made, such as a name that needs quotes or a
/// type that is none of ours, is passed over.
final class ExistingSchema {

    private static final String COLUMNS = SqlFile.beside(ExistingSchema.class, "existing_columns.sql");
    private static final String KEYS = SqlFile.beside(ExistingSchema.class, "existing_keys.sql");
    private static final String INDEXES = SqlFile.beside(ExistingSchema.class, "existing_indexes.sql");
    private static final String ALARMS = SqlFile.beside(ExistingSchema.class, "existing_alarms.sql");
    private static final String VIEWS = SqlFile.beside(ExistingSchema.class, "existing_views.sql");

    private final Connection connection;
    private final Map<TableName, Draft> drafts = new TreeMap<>();
    private final List<WarehouseSchema.UncheckedKey> unchecked = new ArrayList<>();

    private ExistingSchema(Connection connection) {
        this.connection = connection;
    }

    /// A table while its parts are read.
    private static final class Draft {
        private final TableName name;
        private final String comment;
        private final List<Column> columns = new ArrayList<>();
        private final List<ForeignKey> foreignKeys = new ArrayList<>();
        private final List<Index> indexes = new ArrayList<>();
        private final List<Alarm> alarms = new ArrayList<>();
        private List<ColumnName> primaryKey = List.of();

        Draft(TableName name, String comment) {
            this.name = name;
            this.comment = comment;
        }

        Table table() {
            return new Table(name, columns, primaryKey, foreignKeys, indexes, alarms, comment);
        }
    }

    /// Takes a row of a result.
    @FunctionalInterface
    private interface RowSink {
        void take(ResultSet row) throws SQLException;
    }

    static WarehouseSchema read(Connection connection) throws SQLException {
        ExistingSchema schema = new ExistingSchema(connection);
        schema.forEachRow(COLUMNS, schema::addColumn);
        schema.forEachRow(KEYS, schema::addKey);
        schema.forEachRow(INDEXES, schema::addIndex);
        schema.forEachRow(ALARMS, schema::addAlarm);
        List<Table> tables = schema.drafts.values().stream().map(Draft::table).toList();
        return new WarehouseSchema(tables, schema.views(), List.of(), schema.unchecked);
    }

    private void addColumn(ResultSet row) throws SQLException {
        String column = row.getString("column_name");
        Optional<LogicalType> type = SqlTypes.read(row.getString("type_name"));
        Optional<TableName> table = tableName(row, "schema_name", "table_name");
        if (table.isEmpty() || type.isEmpty() || !Identifier.isValid(column)) {
            return;
        }
        String comment = row.getString("table_comment");
        drafts.computeIfAbsent(table.get(), name -> new Draft(name, comment))
                .columns
                .add(new Column(
                        new ColumnName(column),
                        type.get(),
                        row.getBoolean("is_required") ? Nullability.REQUIRED : Nullability.OPTIONAL,
                        origin(row.getString("expression")),
                        row.getString("comment")));
    }

    private static Column.Origin origin(@Nullable String expression) {
        return expression == null ? new Column.Origin.Written() : new Column.Origin.Computed(expression);
    }

    private void addKey(ResultSet row) throws SQLException {
        Draft draft = draft(row);
        Optional<List<ColumnName>> columns = columns(row, "columns");
        if (draft == null || columns.isEmpty()) {
            return;
        }
        if ("p".equals(row.getString("kind"))) {
            draft.primaryKey = columns.get();
            return;
        }
        Optional<TableName> target = tableName(row, "target_schema", "target_table");
        Optional<List<ColumnName>> targetColumns = columns(row, "target_columns");
        if (target.isPresent() && targetColumns.isPresent()) {
            Enforcement enforcement = row.getBoolean("is_enforced") ? Enforcement.ENFORCED : Enforcement.DECLARED;
            ForeignKey key = new ForeignKey(columns.get(), target.get(), targetColumns.get(), enforcement);
            draft.foreignKeys.add(key);
            if (enforcement == Enforcement.ENFORCED && !row.getBoolean("is_checked")) {
                unchecked.add(new WarehouseSchema.UncheckedKey(draft.name, key));
            }
        }
    }

    private void addIndex(ResultSet row) throws SQLException {
        Draft draft = draft(row);
        Optional<List<ColumnName>> columns = columns(row, "columns");
        if (draft != null && columns.isPresent()) {
            draft.indexes.add(
                    new Index(columns.get(), row.getBoolean("is_unique") ? Index.Kind.UNIQUE : Index.Kind.PLAIN));
        }
    }

    private void addAlarm(ResultSet row) throws SQLException {
        Draft draft = draft(row);
        if (draft != null) {
            String[] arguments = (String[]) row.getArray("arguments").getArray();
            AlarmSql.read(List.of(arguments)).ifPresent(draft.alarms::add);
        }
    }

    /// Nobody has noted a view before our own tables exist.
    private List<View> views() throws SQLException {
        List<View> views = new ArrayList<>();
        if (OwnTable.exists(connection, "view_as_written")) {
            forEachRow(VIEWS, row -> views.add(ViewText.read(row.getString("written"))));
        }
        return views;
    }

    private @Nullable Draft draft(ResultSet row) throws SQLException {
        return tableName(row, "schema_name", "table_name").map(drafts::get).orElse(null);
    }

    private static Optional<TableName> tableName(ResultSet row, String schemaColumn, String nameColumn)
            throws SQLException {
        String schema = row.getString(schemaColumn);
        String name = row.getString(nameColumn);
        return Identifier.isValid(schema) && Identifier.isValid(name)
                ? Optional.of(new TableName(schema, name))
                : Optional.empty();
    }

    private static Optional<List<ColumnName>> columns(ResultSet row, String column) throws SQLException {
        List<ColumnName> columns = new ArrayList<>();
        for (Object name : (Object[]) row.getArray(column).getArray()) {
            if (!Identifier.isValid(name.toString())) {
                return Optional.empty();
            }
            columns.add(new ColumnName(name.toString()));
        }
        return columns.isEmpty() ? Optional.empty() : Optional.of(columns);
    }

    private void forEachRow(String sql, RowSink sink) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sink.take(rows);
            }
        }
    }
}
