package dev.startide.adapter.outbound.postgres;

import dev.startide.adapter.outbound.postgres.connection.Database;
import dev.startide.dev.TestDatabase;
import dev.startide.dev.TestPostgres;
import dev.startide.domain.port.outbound.Amendments;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.EventAccounts;
import dev.startide.domain.port.outbound.EventLookup;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.PausedSources;
import dev.startide.domain.port.outbound.Progress;
import dev.startide.domain.port.outbound.Quarantine;
import dev.startide.domain.port.outbound.QuarantineActions;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.Plans;
import dev.startide.domain.testkit.QuarantineAdapters;
import dev.startide.warehouse.layout.WarehouseLayout;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The adapters of this package over a database of their own, wired as in the product.
public final class PostgresStorage implements AutoCloseable {

    private final TestDatabase server;
    private final ApplicationContext context;

    private PostgresStorage(TestDatabase server, Map<String, Object> settings) {
        this.server = server;
        this.context = ApplicationContext.run(settings);
    }

    public static PostgresStorage fresh() {
        return fresh(Map.of());
    }

    /// @param settings taken over those of the test server
    public static PostgresStorage fresh(Map<String, Object> settings) {
        return at(TestPostgres.freshDatabase(), settings);
    }

    /// @param server with an empty database
    /// @param settings taken over those of the server
    public static PostgresStorage at(TestDatabase server, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>();
        all.put("startide.database.url", server.jdbcUrl());
        all.put("startide.database.user", server.user());
        all.put("startide.database.password", server.password());
        all.putAll(settings);
        return new PostgresStorage(server, all);
    }

    /// Another process on the same database.
    public PostgresStorage beside() {
        return new PostgresStorage(
                server,
                Map.of(
                        "startide.database.url", server.jdbcUrl(),
                        "startide.database.user", server.user(),
                        "startide.database.password", server.password()));
    }

    public <T> T port(Class<T> type) {
        return context.getBean(type);
    }

    /// All that a load into this database needs.
    public AdaptersUnderTest adapters() {
        return new AdaptersUnderTest(
                port(RawLog.class),
                port(Warehouse.class),
                port(LoaderLease.class),
                port(Cursors.class),
                port(Progress.class),
                () -> StoredQuarantine.of(this));
    }

    /// All that the quarantine of this database needs.
    public QuarantineAdapters quarantine() {
        return new QuarantineAdapters(
                port(Quarantine.class),
                port(QuarantineActions.class),
                port(Amendments.class),
                port(EventLookup.class),
                port(EventAccounts.class),
                port(PausedSources.class));
    }

    public Connection connect() throws SQLException {
        return server.dataSource().getConnection();
    }

    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// The rows of a query as text, columns separated by a bar.
    public List<String> query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    cells.add(String.valueOf(rows.getString(column)));
                }
                lines.add(String.join("|", cells));
            }
            return lines;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Leaves nothing but an empty warehouse of a model.
    public void prepare(WarehouseLayout layout) {
        clear();
        port(WarehouseCatalog.class).apply(layout.model(), Plans.fromNothing(layout.schema()));
    }

    /// Leaves nothing of any warehouse, lane or model; connections stay open.
    public void clear() {
        port(Database.class).ensureOwnTables();
        execute("""
            drop schema if exists mart, star, norm, star__rebuild, norm__rebuild, startide__rebuild, star__old, norm__old,
                startide__old cascade;
            truncate startide.lane, startide.lane_volume, startide.load_cursor, startide.ignored_by_rule, startide.ignored_run, startide.quarantine,
                startide.warehouse, startide.applied_model, startide.view_as_written, startide.rebuild, raw.event, raw.event_id,
                startide.quarantine_action, startide.quarantine_action_event, startide.quarantine_notice, startide.paused_source, raw.amendment
                restart identity cascade;
            update startide.loader_lease set holder = '', epoch = 0, expires_at = now()
            """);
    }

    @Override
    public void close() {
        context.close();
    }
}
