package dev.startide.app.e2e;

import dev.startide.app.report.StatusReport;
import dev.startide.app.wiring.Session;
import dev.startide.dev.TestDatabase;
import dev.startide.dev.TestPostgres;
import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.port.inbound.ApplySchema;
import dev.startide.domain.port.inbound.FiniteSource;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.domain.port.inbound.LoadWarehouse;
import dev.startide.domain.port.inbound.ShowHistory;
import dev.startide.domain.port.inbound.ShowQuarantine;
import dev.startide.domain.port.inbound.ShowStatus;
import dev.startide.domain.port.inbound.VerifyWarehouse;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.trace.MemberHistory;
import dev.startide.warehouse.mapping.SourceName;
import dev.startide.warehouse.star.DimensionName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A warehouse that is fed with files, as `ingest` does it, on a database of its own.
final class FileWarehouse implements AutoCloseable {

    private final TestDatabase database;
    private final Session session;

    private FileWarehouse(TestDatabase database, Session session) {
        this.database = database;
        this.session = session;
    }

    /// Makes the tables of a model in a new database.
    static FileWarehouse of(Path model) {
        return on(TestPostgres.freshDatabase(), model);
    }

    /// A process with this model on a database that may have tables already.
    static FileWarehouse on(TestDatabase database, Path model) {
        Session session = Session.open(
                Map.of(
                        "startide.model", model.toString(),
                        "startide.database.url", database.jdbcUrl(),
                        "startide.database.user", database.user(),
                        "startide.database.password", database.password()),
                Optional.empty(),
                "WARN");
        session.bean(ApplySchema.class).apply(ApplySchema.Replaced.ACCEPTED);
        return new FileWarehouse(database, session);
    }

    /// Logs the lines of a file, and loads them.
    void take(String source, Path file) {
        log(source, file);
        load();
    }

    /// Logs the lines of a file.
    void log(String source, Path file) {
        FiniteSource files = session.beans(FiniteSource.class).getFirst();
        files.readAll(
                new SourceName(source),
                file.toString(),
                FiniteSource.Form.DOCUMENTS,
                session.bean(IngestEvents.class),
                _ -> {});
    }

    /// Logs events in a lane of a source, as an adapter does that brings headers along, and loads
    /// them.
    void take(String source, List<IncomingEvent> events) {
        IngestEvents ingest = session.bean(IngestEvents.class);
        ingest.ingest(IngestBatch.of(ingest.open(new SourceName(source), new LaneName(source + "-headers")), events));
        load();
    }

    /// Loads what waits, once this process may, and gives up the right to load.
    void load() {
        LoadWarehouse load = session.bean(LoadWarehouse.class);
        LoadStep step = load.loadNext();
        while (!(step instanceof LoadStep.Idle)) {
            step = load.loadNext();
        }
        load.release();
    }

    /// What became of everything that was received.
    StatusReport status() {
        return StatusReport.of(session.bean(ShowStatus.class), session.bean(ShowQuarantine.class));
    }

    /// Where a promise does not hold, as `startide verify` finds it.
    List<String> findings() {
        VerifyWarehouse.Request everything = new VerifyWarehouse.Request(Set.of(), List.of(), 3);
        return session.bean(VerifyWarehouse.class).verify(everything, (_, _, _, _) -> {}).outcomes().stream()
                .flatMap(outcome -> outcome.findings().stream()
                        .map(finding -> outcome.check().name() + " " + finding))
                .toList();
    }

    /// What `startide history` shows of a member.
    Optional<MemberHistory> history(String dimension, String key) {
        return session.bean(ShowHistory.class).ofMember(new DimensionName(dimension), key);
    }

    /// Gives a command on the same database, as another process would.
    CommandRun command(Path model, String... words) {
        return CommandRun.of(database, model, words);
    }

    TestDatabase database() {
        return database;
    }

    /// To ask the warehouse as a reader does.
    Connection connect() throws SQLException {
        return database.dataSource().getConnection();
    }

    @Override
    public void close() {
        session.bean(LoadWarehouse.class).release();
        session.close();
    }
}
