package dev.startide.adapter.outbound.postgres.rebuild;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has to be made again when former tables are put back: views as they were, foreign keys to
/// tables that did not take part, and alarms.
record FormerViews(Sql sql) {

    private static final String VIEWS = LoaderRows.FORMER + ".reading_view";
    private static final String KEYS = LoaderRows.FORMER + ".foreign_key";

    void keep(List<ReadingView> views, List<String> keys) throws SQLException {
        sql.execute(
                "create table %s (schema_name text, view_name text, definition text, written text)".formatted(VIEWS));
        sql.execute("create table %s (statement text)".formatted(KEYS));
        for (ReadingView view : views) {
            insert(
                    "insert into %s values (?, ?, ?, ?)".formatted(VIEWS),
                    view.schema(),
                    view.view(),
                    view.definition(),
                    view.written());
        }
        for (String key : keys) {
            insert("insert into %s values (?)".formatted(KEYS), key);
        }
    }

    List<ReadingView> views() throws SQLException {
        return sql.query(
                row -> new ReadingView(row.getString(1), row.getString(2), false, row.getString(3), row.getString(4)),
                "select * from %s order by schema_name, view_name".formatted(VIEWS));
    }

    List<String> keys() throws SQLException {
        return sql.query(row -> row.getString(1), "select statement from %s".formatted(KEYS));
    }

    private void insert(String statement, @Nullable String... values) throws SQLException {
        try (PreparedStatement prepared = sql.connection().prepareStatement(statement)) {
            for (int index = 0; index < values.length; index++) {
                prepared.setString(index + 1, values[index]);
            }
            prepared.executeUpdate();
        }
    }
}
