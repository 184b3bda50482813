package dev.startide.adapter.outbound.postgres.catalog;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.adapter.outbound.postgres.connection.Pool;
import dev.startide.adapter.outbound.postgres.sql.Names;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.ScratchWarehouse;
import dev.startide.domain.trial.SeenRow;
import dev.startide.warehouse.layout.Schemas;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.View;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;

/// A database that tests have marked as theirs, by a comment on the schema of our own rows.
@Singleton
final class PostgresScratchWarehouse implements ScratchWarehouse {

    private static final String MARK = "Of startide test: it may be emptied at any time.";

    private static final List<String> SCHEMAS =
            List.of(Schemas.LIVE.mart(), Schemas.LIVE.star(), Schemas.LIVE.normalized(), Schemas.RAW, Schemas.CONTROL);

    private static final String FOUND =
            "select obj_description(oid, 'pg_namespace') from pg_catalog.pg_namespace where nspname = any (?)";

    private final Database database;
    private final WarehouseLayout layout;

    PostgresScratchWarehouse(Database database, WarehouseLayout layout) {
        this.database = database;
        this.layout = layout;
    }

    @Override
    public void take() {
        database.looking("take the database for tests", connection -> {
            requireScratch(connection);
            try (Statement statement = connection.createStatement()) {
                drop(statement);
                statement.execute(Names.RENDERER.render(DSL.createSchema(DSL.name(Schemas.CONTROL))));
                statement.execute(Names.RENDERER.renderInlined(
                        DSL.sql("comment on schema {0} is {1}", DSL.name(Schemas.CONTROL), DSL.inline(MARK))));
            }
            return true;
        });
    }

    @Override
    public void clear() {
        database.inTransaction(Pool.CONTROL, "empty the database of the tests", connection -> {
            requireScratch(connection);
            EmptyTables.clear(connection, layout);
            return true;
        });
    }

    @Override
    public List<SeenRow> rows(View.Rows question, int most) {
        String sql = Names.RENDERER.renderInlined(ViewSql.select(question)) + " limit " + most;
        return database.onSnapshot("read " + question.from(), connection -> {
            List<SeenRow> rows = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(ShownValue.of(found));
                }
            }
            return rows;
        });
    }

    @Override
    public void discard() {
        database.looking("empty the database of the tests", connection -> {
            requireScratch(connection);
            try (Statement statement = connection.createStatement()) {
                drop(statement);
            }
            return true;
        });
    }

    private static void drop(Statement statement) throws SQLException {
        for (String schema : SCHEMAS) {
            statement.execute(Names.RENDERER.render(
                    DSL.dropSchemaIfExists(DSL.name(schema)).cascade()));
        }
    }

    /// Nothing of a warehouse is ever emptied for a test.
    private static void requireScratch(Connection connection) throws SQLException {
        boolean isThere = false;
        boolean isMarked = false;
        try (PreparedStatement statement = connection.prepareStatement(FOUND)) {
            statement.setArray(1, connection.createArrayOf("text", SCHEMAS.toArray()));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    isThere = true;
                    isMarked |= MARK.equals(found.getString(1));
                }
            }
        }
        if (isThere && !isMarked) {
            throw StartideException.because(
                    FailureCode.MODEL_CONFLICT,
                    "The database holds a warehouse, which tests would empty. Give the tests an empty database");
        }
    }
}
