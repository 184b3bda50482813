package dev.startide.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.crash.Orchard.Way;
import dev.startide.app.report.StatusReport;
import dev.startide.app.wiring.Session;
import dev.startide.dev.TestDatabase;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.port.inbound.ShowStatus;
import dev.startide.domain.port.inbound.VerifyWarehouse;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.testkit.oracle.ActualWarehouse;
import dev.startide.domain.testkit.oracle.ReferenceFold;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks at the warehouse of the [Orchard] from outside.
final class Farm implements AutoCloseable {

    private static final int EVERYTHING = 100_000;

    private static final String POSTED =
            "select split_part(event_id, ' ', 2) from raw.event where lane in (select id from startide.lane where source = 'farm')";

    private static final String TOLD =
            "select convert_from(payload, 'UTF8')::jsonb ->> 'id' from raw.event where lane in (select id from startide.lane where source = 'stall')";

    private final TestDatabase database;
    private Session session;

    private Farm(TestDatabase database, Session session) {
        this.database = database;
        this.session = session;
    }

    static Farm of(Path model, TestDatabase database) {
        return new Farm(database, session(model, database));
    }

    /// Looks with what the model has become.
    void renew(Path model) {
        session.close();
        session = session(model, database);
    }

    private static Session session(Path model, TestDatabase database) {
        return Session.open(
                Map.of(
                        "startide.model", model.toString(),
                        "startide.database.url", database.jdbcUrl(),
                        "startide.database.user", database.user(),
                        "startide.database.password", database.password()),
                Optional.empty(),
                "ERROR");
    }

    /// Whether all of these were logged, and nothing waits to be loaded.
    boolean hasLoaded(List<Orchard.Event> arrivals) throws SQLException {
        return isIdle()
                && Set.copyOf(column(POSTED)).size()
                        >= ids(arrivals, Way.POSTED).size()
                && Set.copyOf(column(TOLD)).size()
                        >= ids(arrivals, Way.ON_A_TOPIC).size();
    }

    /// Whether nothing waits to be loaded.
    boolean isIdle() {
        return status().waiting() == 0;
    }

    private StatusReport status() {
        return StatusReport.ofLanes(session.bean(ShowStatus.class).lanes());
    }

    String equation() {
        return status().equation();
    }

    /// The instant by the clock of the database, in seconds.
    double now() throws SQLException {
        return Double.parseDouble(value("select extract(epoch from clock_timestamp())"));
    }

    /// Which of the takers of the lease has it.
    long epoch() throws SQLException {
        return Long.parseLong(value("select epoch from startide.loader_lease"));
    }

    /// @param isTopicExact whether the broker has each message as often as it was sent
    /// @throws AssertionError if an event is missing or doubled in the log, or the tables are not what
    ///     the reference says, or a check of `startide verify` finds something
    void assertThatItHolds(List<Orchard.Event> arrivals, boolean isTopicExact) throws SQLException {
        assertThat(column(POSTED))
                .as("posted events in the raw log")
                .containsExactlyInAnyOrderElementsOf(ids(arrivals, Way.POSTED));
        if (isTopicExact) {
            assertThat(column(TOLD))
                    .as("messages in the raw log")
                    .containsExactlyInAnyOrderElementsOf(arrivals.stream()
                            .filter(event -> event.way() == Way.ON_A_TOPIC)
                            .map(Orchard.Event::id)
                            .toList());
        } else {
            assertThat(Set.copyOf(column(TOLD))).as("messages in the raw log").isEqualTo(ids(arrivals, Way.ON_A_TOPIC));
        }
        assertThatTheTablesAreRight();
    }

    private void assertThatTheTablesAreRight() throws SQLException {
        WarehouseModel model = session.bean(WarehouseModel.class);
        var expected = ReferenceFold.of(model).fold(typed());
        try (Connection connection = connect()) {
            var actual = ActualWarehouse.of(new TableRows(connection)::of, WarehouseLayout.of(model));
            assertThat(expected.differences(actual)).isEmpty();
        }
        assertThat(findings()).isEmpty();
    }

    private static Set<String> ids(List<Orchard.Event> arrivals, Way way) {
        return arrivals.stream()
                .filter(event -> event.way() == way)
                .map(Orchard.Event::id)
                .collect(Collectors.toSet());
    }

    /// The one value of a query, as text.
    String value(String sql) throws SQLException {
        return column(sql).getFirst();
    }

    /// What can be read and was not refused by the database.
    private List<TypedEvent> typed() throws SQLException {
        EventReader reader = session.bean(EventReader.class);
        Set<String> aside = Set.copyOf(column("select lane || ':' || position from startide.quarantine"));
        return session.bean(RawLog.class).read(Map.of(), EVERYTHING, Long.MAX_VALUE).stream()
                .map(reader::read)
                .filter(Reading.Typed.class::isInstance)
                .filter(reading ->
                        !aside.contains(reading.at().lane() + ":" + reading.at().position()))
                .map(reading -> ((Reading.Typed) reading).event())
                .toList();
    }

    /// What a check of `startide verify` finds.
    List<String> findings() {
        VerifyWarehouse.Request everything = new VerifyWarehouse.Request(Set.of(), List.of(), 3);
        return session.bean(VerifyWarehouse.class).verify(everything, (_, _, _, _) -> {}).outcomes().stream()
                .flatMap(outcome -> outcome.findings().stream()
                        .map(finding -> outcome.check().name() + " " + finding))
                .toList();
    }

    private List<String> column(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private Connection connect() throws SQLException {
        return database.dataSource().getConnection();
    }

    @Override
    public void close() {
        session.close();
    }
}
