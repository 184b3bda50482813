package dev.startide.adapter.outbound.postgres.rebuild;

import dev.startide.adapter.outbound.postgres.sql.SqlArrays;
import dev.startide.adapter.outbound.postgres.sql.SqlFile;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.schema.TableName;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// A view that reads tables which are exchanged: it would go on reading those that it was made
/// over.
///
/// @param definition its query, with qualified names as long as no other schema is searched
/// @param written how the model writes it; null if it is not of the model
record ReadingView(
        String schema,
        String view,
        boolean isMaterialized,
        String definition,
        @Nullable String written) {

    private static final String OVER = SqlFile.beside(ReadingView.class, "reading_views.sql");

    private static final String NOTE = """
            insert into startide.view_as_written (schema_name, view_name, written, kept)
            select schemaname, viewname, ?, definition
            from pg_catalog.pg_views
            where schemaname = ? and viewname = ?
            on conflict (schema_name, view_name) do update set written = excluded.written, kept = excluded.kept
            """;

    /// Has other columns; something else is built on it.
    private static final List<String> OTHER_COLUMNS = List.of("42P16", "42804");

    private static final String STILL_USED = "2BP01";

    static List<ReadingView> over(Sql sql, Collection<TableName> tables) throws SQLException {
        try (PreparedStatement statement = sql.connection().prepareStatement(OVER)) {
            statement.setArray(
                    1,
                    SqlArrays.ofTexts(
                            sql.connection(),
                            tables.stream().map(TableName::toString).toList()));
            List<ReadingView> views = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    views.add(new ReadingView(
                            row.getString(1), row.getString(2), row.getBoolean(3), row.getString(4), row.getString(5)));
                }
            }
            return views;
        }
    }

    Name name() {
        return DSL.name(schema, view);
    }

    boolean isCalled(TableName other) {
        return other.equals(new TableName(schema, view));
    }

    /// Makes it again over the tables that have the names now.
    void makeAgain(Sql sql) throws SQLException {
        if (isMaterialized) {
            throw StartideException.because(
                    FailureCode.MODEL_CONFLICT,
                    "The materialized view %s.%s reads tables that are to be exchanged. Drop it, and make it again afterwards"
                            .formatted(schema, view));
        }
        make(sql, name(), "create view %s as %s".formatted(Sql.render("{0}", name()), definition));
    }

    /// Replaces a view where that is possible, so that its rights, and what is built on it, stay.
    ///
    /// @param create what makes it if there is none
    static void make(Sql sql, Name name, String create) throws SQLException {
        Savepoint before = sql.connection().setSavepoint();
        try {
            sql.execute(create.replaceFirst("(?i)^create view", "create or replace view"));
        } catch (SQLException failure) {
            if (!OTHER_COLUMNS.contains(failure.getSQLState())) {
                throw failure;
            }
            sql.connection().rollback(before);
            makeAnew(sql, name, create);
        }
        sql.connection().releaseSavepoint(before);
    }

    private static void makeAnew(Sql sql, Name name, String create) throws SQLException {
        try {
            sql.run("drop view {0}", name);
        } catch (SQLException failure) {
            if (STILL_USED.equals(failure.getSQLState())) {
                throw StartideException.because(
                        FailureCode.MODEL_CONFLICT,
                        "%s gets other columns, but something of somebody else's is built on it: drop that first"
                                .formatted(name.unquotedName()),
                        failure);
            }
            throw failure;
        }
        sql.execute(create);
    }

    /// Notes again that the model writes it so, if it does.
    void note(Sql sql) throws SQLException {
        if (written != null) {
            try (PreparedStatement statement = sql.connection().prepareStatement(NOTE)) {
                statement.setString(1, written);
                statement.setString(2, schema);
                statement.setString(3, view);
                statement.executeUpdate();
            }
        }
    }
}
