package dev.startide.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.LongForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long it takes until work goes on after something was away, with the settings as they come. What
/// is measured is in `target/recovery.csv`; the long form holds it to what is promised, on a machine
/// that does nothing else.
class RecoveryIT {

    private static final double DATABASE_LIMIT = 15;
    private static final double BROKER_LIMIT = 30;
    private static final double RESTART_LIMIT = 10;
    private static final int MOST_OF_A_REQUEST = 50;
    private static final String LOADED = "select coalesce(sum(position), 0) from startide.load_cursor";
    private static final String LOGGED = "select count(*) from raw.event";

    @TempDir
    private Path folder;

    private OwnServers servers;
    private Farm farm;
    private Stall stall;
    private Instances instances;
    private final List<Orchard.Event> arrived = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        servers = OwnServers.in(folder);
        Grounds grounds = servers.grounds();
        grounds.enter(OrchardModel.ERAS);
        farm = grounds.farm();
        stall = grounds.stall();
        instances = new Instances(grounds, farm, UnaryOperator.identity(), Traps.NONE);
        instances.start();
        instances.until(
                "both are ready",
                () -> instances.get(0).isReady() && instances.get(1).isReady());
    }

    @AfterEach
    void stop() throws Exception {
        instances.close();
        stall.close();
        farm.close();
        servers.close();
    }

    @Test
    void goesOnAfterEachOfThemWasAway() throws Exception {
        List<List<Orchard.Event>> eras = new Orchard(11, 400).eras();
        send(eras.get(0));
        instances.awaitLoaded(arrived);

        double database = untilTheDatabaseIsUsedAgain(eras.get(1));
        double broker = untilTheBrokerIsUsedAgain(eras.get(2));
        double restart = untilARestartedServiceCommits(eras.get(3));

        instances.awaitLoaded(arrived);
        farm.assertThatItHolds(arrived, false);
        Figures.note("PostgreSQL is back, until the load commits", database);
        Figures.note("Pulsar is back, until its messages are logged", broker);
        Figures.note("all instances killed, one started: until the load commits", restart);
        if (LongForm.isWanted()) {
            assertThat(database).as("seconds after PostgreSQL").isLessThan(DATABASE_LIMIT);
            assertThat(broker).as("seconds after Pulsar").isLessThan(BROKER_LIMIT);
            assertThat(restart).as("seconds after a restart").isLessThan(RESTART_LIMIT);
        }
    }

    /// Messages wait on the topic while the database is away.
    private double untilTheDatabaseIsUsedAgain(List<Orchard.Event> events) throws Exception {
        String before = farm.value(LOADED);
        servers.killPostgres();
        tell(events);
        instances.until(
                "it is noticed",
                () -> !instances.get(0).isReady() || !instances.get(1).isReady());
        servers.startPostgres();
        double back = seconds();
        instances.until("the load commits", () -> !farm.value(LOADED).equals(before));
        return seconds() - back;
    }

    private double untilTheBrokerIsUsedAgain(List<Orchard.Event> events) throws Exception {
        servers.killPulsar();
        instances.until(
                "it is noticed",
                () -> !instances.get(0).isReady() || !instances.get(1).isReady());
        instances.awaitLoaded(arrived);
        String before = farm.value(LOGGED);
        servers.startPulsar();
        double back = seconds();
        tell(events);
        instances.until("messages are logged", () -> !farm.value(LOGGED).equals(before));
        return seconds() - back;
    }

    private double untilARestartedServiceCommits(List<Orchard.Event> events) throws Exception {
        instances.awaitLoaded(arrived);
        String before = farm.value(LOADED);
        instances.get(1).kill();
        instances.get(0).kill();
        tell(events);
        double killed = seconds();
        instances.until("the load commits", () -> !farm.value(LOADED).equals(before));
        return seconds() - killed;
    }

    private void tell(List<Orchard.Event> events) throws Exception {
        Posting posting = Posting.of(events);
        stall.tell(posting.others());
        stall.flush();
        arrived.addAll(posting.others());
    }

    private void send(List<Orchard.Event> events) throws Exception {
        instances.send(Gen.seeded(1), stall, events, MOST_OF_A_REQUEST);
        arrived.addAll(events);
    }

    private static double seconds() {
        return System.nanoTime() / 1e9;
    }
}
