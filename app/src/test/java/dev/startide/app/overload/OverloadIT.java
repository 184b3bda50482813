package dev.startide.app.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.dev.TestDatabase;
import dev.startide.dev.TestPostgres;
import dev.startide.domain.testkit.Await;
import dev.startide.domain.testkit.LongForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// A service with a heap of 256 MB gets three times what it can take, for a number of requests:
/// 400, or as many as `-Doverload.requests` says. Only then, and in the long form: it takes minutes.
@EnabledIf("isWanted")
class OverloadIT {

    private static final int REQUESTS = Integer.getInteger("overload.requests", 400);
    private static final int WARM_UP = 60;
    private static final int MEASURED = LongForm.times(120, 1_000);
    private static final double TIMES = 3;

    /// How many senders wait for their answers at once, while it is found out what the service can take.
    private static final List<Integer> TOGETHER = List.of(8, 24, 64);

    /// How much of what it can take is still taken when there is too much.
    private static final double LEAST_GOODPUT = 0.8;

    /// Requests of some 260 kB: twice as many bytes as may be in flight.
    private static final int JAM = 500;

    static boolean isWanted() {
        return LongForm.isWanted() || System.getProperty("overload.requests") != null;
    }

    @TempDir
    private Path folder;

    @Test
    void refusesWhatIsTooMuchAndKeepsWhatItAccepted() throws Exception {
        // Given
        TestDatabase database = TestPostgres.freshDatabase();
        try (SmallService service = SmallService.start(folder, database);
                Flood flood = new Flood(service.events())) {
            flood.inTurn(WARM_UP, TOGETHER.getLast());
            double capacity = capacity(flood);

            // When
            Flood.Round jam = whileNothingIsLogged(database, flood);
            Flood.Round overload = flood.atARate(REQUESTS, capacity * TIMES);

            // Then
            assertThat(service.isAlive()).as(service.said()).isTrue();
            assertThat(service.said()).doesNotContain("OutOfMemoryError");
            assertThat(jam.answers().values()).isSubsetOf(202, 429, 503).contains(202, 429);
            assertThat(overload.answers().values()).isSubsetOf(202, 429, 503);
            assertThatAllIsKept(flood.answers(), logged(database));
            Await.until("the service is ready again", Duration.ofMinutes(3), service::isReady);
            report(capacity, jam, overload);
            if (LongForm.isWanted()) {
                assertThat(overload.rate()).as("goodput").isGreaterThan(LEAST_GOODPUT * capacity);
            }
        }
    }

    /// The events in a second that come in when senders wait for their answers, and are as many as is best.
    private static double capacity(Flood flood) throws InterruptedException {
        double most = 0;
        for (int together : TOGETHER) {
            most = Math.max(most, flood.inTurn(MEASURED, together).rate());
        }
        return most;
    }

    /// More than the budget of bytes holds, while somebody keeps the lane locked: how fast this
    /// machine is does not matter. The lock goes when the first requests are refused.
    private static Flood.Round whileNothingIsLogged(TestDatabase database, Flood flood) throws Exception {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ExecutorService sender = Executors.newSingleThreadExecutor()) {
            connection.setAutoCommit(false);
            statement.execute("select 1 from startide.lane for update");
            Future<Flood.Round> jam = sender.submit(() -> flood.inTurn(JAM, JAM));
            Await.until(
                    "requests are refused",
                    Duration.ofMinutes(2),
                    () -> flood.answers().containsValue(429));
            connection.rollback();
            return jam.get();
        }
    }

    /// A 202 means all events of the request, once; a 429 none of them.
    private static void assertThatAllIsKept(Map<Integer, Integer> answers, Map<Integer, Integer> logged) {
        assertThat(answers).allSatisfy((request, status) -> {
            int events = logged.getOrDefault(request, 0);
            switch (status) {
                case 202 -> assertThat(events).as("request %d", request).isEqualTo(Sales.EVENTS);
                case 429 -> assertThat(events).as("request %d", request).isZero();
                default -> assertThat(events).as("request %d", request).isIn(0, Sales.EVENTS);
            }
        });
    }

    private static Map<Integer, Integer> logged(TestDatabase database) throws SQLException {
        Map<Integer, Integer> events = new HashMap<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select (convert_from(payload, 'UTF8')::jsonb ->> 'request')::integer, count(*)
                        from raw.event
                        group by 1
                        """)) {
            while (row.next()) {
                events.put(Sales.request(row.getInt(1)), row.getInt(2));
            }
        }
        return events;
    }

    private static void report(double capacity, Flood.Round jam, Flood.Round overload) throws IOException {
        String text = String.format(
                Locale.ROOT,
                """
                capacity: %.0f events/s
                jam: %s
                %d requests of %d events, %.0f times the capacity: %s
                goodput: %.0f events/s, %.0f %% of the capacity
                """,
                capacity,
                answers(jam),
                overload.requests(),
                Sales.EVENTS,
                TIMES,
                answers(overload),
                overload.rate(),
                100 * overload.rate() / capacity);
        Files.writeString(Path.of("target", "overload.txt"), text);
    }

    private static String answers(Flood.Round round) {
        return "%d accepted, %d answered 429, %d answered 503"
                .formatted(round.answered(202), round.answered(429), round.answered(503));
    }
}
