package dev.startide.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.instance.Instance;
import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.LongForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// Instances of the service, the database and the broker are killed at any time, in any order, while
/// events arrive; the end is what the set of events says.
///
/// No build does it: it takes minutes. The long form (`-Dlong-form=true`) kills instances 300 times, PostgreSQL
/// 50 and Pulsar 20 times; `-Dkills.of-services` alone (3, say), with `-Dkills.of-postgres` and
/// `-Dkills.of-pulsar`, does it briefly; `-Dcrash.seed` says another order.
@EnabledIf("isWanted")
class RandomKillsIT {

    private static final long SEED = Long.getLong("crash.seed", 1);
    private static final int OF_SERVICES = Integer.getInteger("kills.of-services", LongForm.times(3, 300));
    private static final int OF_POSTGRES = Integer.getInteger("kills.of-postgres", LongForm.times(2, 50));
    private static final int OF_PULSAR = Integer.getInteger("kills.of-pulsar", LongForm.times(1, 20));
    private static final int KILLS = OF_SERVICES + OF_POSTGRES + OF_PULSAR;
    private static final int EVENTS = Integer.getInteger("crash.events", LongForm.times(400, 20_000));
    private static final int MOST_OF_A_REQUEST = 25;

    static boolean isWanted() {
        return LongForm.isWanted() || System.getProperty("kills.of-services") != null;
    }

    @TempDir
    private Path folder;

    private OwnServers servers;

    @BeforeEach
    void start() throws Exception {
        servers = OwnServers.in(folder);
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    private enum Victim {
        SERVICE,
        POSTGRES,
        PULSAR
    }

    @Test
    void losesAndDoublesNothing() throws Exception {
        // Given
        Grounds grounds = servers.grounds();
        grounds.enter(OrchardModel.ERAS);
        Gen gen = Gen.seeded(SEED);
        List<Victim> victims = gen.shuffled(victims());
        List<Orchard.Event> arrivals =
                new Orchard(SEED, EVENTS).eras().stream().flatMap(List::stream).toList();
        try (Farm farm = grounds.farm();
                Stall stall = grounds.stall();
                Instances instances = new Instances(grounds, farm, Crash::settings, Traps.NONE)) {
            instances.start();

            // When
            int sent = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                int upTo = (int) ((long) arrivals.size() * (kill + 1) / KILLS);
                List<Orchard.Event> next = arrivals.subList(sent, upTo);
                int cut = gen.between(0, next.size());
                instances.send(gen, stall, next.subList(0, cut), MOST_OF_A_REQUEST);
                kill(victims.get(kill), gen, instances);
                instances.send(gen, stall, next.subList(cut, next.size()), MOST_OF_A_REQUEST);
                sent = upTo;
            }

            // Then
            instances.awaitLoaded(arrivals);
            assertThat(instances.deaths()).isGreaterThanOrEqualTo(OF_SERVICES);
            farm.assertThatItHolds(arrivals, OF_PULSAR == 0);
        }
    }

    /// An instance is killed once it is at work again.
    private void kill(Victim victim, Gen gen, Instances instances) throws Exception {
        switch (victim) {
            case SERVICE -> {
                int index = gen.between(0, 1);
                instances.until(
                        "the instance is ready", () -> instances.get(index).isReady());
                Instance instance = instances.get(index);
                instance.kill();
                instances.revive();
            }
            case POSTGRES -> {
                servers.killPostgres();
                servers.startPostgres();
            }
            case PULSAR -> {
                servers.killPulsar();
                servers.startPulsar();
            }
        }
    }

    private static List<Victim> victims() {
        List<Victim> victims = new ArrayList<>();
        victims.addAll(Collections.nCopies(OF_SERVICES, Victim.SERVICE));
        victims.addAll(Collections.nCopies(OF_POSTGRES, Victim.POSTGRES));
        victims.addAll(Collections.nCopies(OF_PULSAR, Victim.PULSAR));
        return victims;
    }
}
