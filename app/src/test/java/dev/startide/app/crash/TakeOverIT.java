package dev.startide.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.instance.Instance;
import dev.startide.dev.TestPostgres;
import dev.startide.dev.TestPulsar;
import dev.startide.domain.testkit.Gen;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When whoever loads dies or falls silent, another one goes on within 15 seconds by the clock of the
/// database, with the settings as they come, and whoever comes back writes nothing stale.
class TakeOverIT {

    private static final double LIMIT_SECONDS = 15;
    private static final int MOST_OF_A_REQUEST = 25;

    @TempDir
    private Path folder;

    private Grounds grounds;
    private List<Orchard.Event> before;
    private List<Orchard.Event> after;

    @BeforeEach
    void prepare() throws Exception {
        grounds = new Grounds(
                folder,
                TestPostgres.freshDatabase(),
                TestPulsar.serviceUrl(),
                TestPulsar.freshPartitionedTopic("stall", 2));
        grounds.enter(OrchardModel.ERAS);
        List<List<Orchard.Event>> eras = new Orchard(7, 300).eras();
        before = eras.getFirst();
        after = eras.getLast();
    }

    @Test
    void anotherLoadsWhenTheLoaderIsKilled() throws Exception {
        // Given
        try (Farm farm = grounds.farm();
                Stall stall = grounds.stall();
                Instances instances = new Instances(grounds, farm, UnaryOperator.identity(), Traps.NONE)) {
            instances.start();
            instances.until("the second one is ready", () -> instances.get(1).isReady());
            instances.send(Gen.seeded(1), stall, before, MOST_OF_A_REQUEST);
            instances.awaitLoaded(before);
            long epoch = farm.epoch();

            // When
            instances.get(0).kill();
            double killed = farm.now();
            instances.until("another one has the lease", () -> farm.epoch() != epoch);
            double taken = farm.now();

            // Then
            instances.send(Gen.seeded(2), stall, after, MOST_OF_A_REQUEST);
            assertThatItHolds(farm, instances);
            Figures.note("loader killed, until another one loads", taken - killed);
            assertThat(taken - killed).isLessThan(LIMIT_SECONDS);
        }
    }

    @Test
    void aLoaderThatWasStoppedInTheMiddleOfATransactionWritesNothingStale() throws Exception {
        // Given
        try (Farm farm = grounds.farm();
                Stall stall = grounds.stall();
                Instances instances = new Instances(
                        grounds,
                        farm,
                        UnaryOperator.identity(),
                        Traps.ofTheFirst(life -> life == 1 ? "load.before-commit=stop@1" : ""))) {
            instances.start();
            instances.until("the second one is ready", () -> instances.get(1).isReady());
            long epoch = farm.epoch();
            Posting posting = Posting.of(before);
            stall.tell(posting.others());
            instances.until("the second instance takes events", () -> posting.isTakenBy(instances.get(1)));
            Instance stopped = instances.get(0);
            instances.until("the first one has stopped", stopped::isSuspended);
            double began = farm.now();

            // When
            instances.until("another one has the lease", () -> farm.epoch() != epoch);
            double taken = farm.now();

            // Then
            instances.awaitLoaded(before);
            stopped.resume();
            instances.send(Gen.seeded(2), stall, after, MOST_OF_A_REQUEST);
            assertThatItHolds(farm, instances);
            Figures.note("loader stopped in the middle of a transaction, until another one loads", taken - began);
            assertThat(taken - began).isLessThan(LIMIT_SECONDS);
        }
    }

    private void assertThatItHolds(Farm farm, Instances instances) throws Exception {
        List<Orchard.Event> all = Stream.concat(before.stream(), after.stream()).toList();
        instances.awaitLoaded(all);
        farm.assertThatItHolds(all, true);
    }
}
