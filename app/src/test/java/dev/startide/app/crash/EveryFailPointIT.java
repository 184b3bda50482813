package dev.startide.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.instance.Instance;
import dev.startide.app.instance.InstanceOptions;
import dev.startide.dev.TestPostgres;
import dev.startide.dev.TestPulsar;
import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.LongForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One process after the other dies, each at another step of its work: in the long form until one has
/// died at every fail point, in a build at half of those of each stage. Two instances share the work,
/// and the model changes three times. In the end each event is logged once and has one effect.
///
/// `-Dcrash.seed` chooses the events, the points, the order of the deaths, and for which time a process
/// comes to its point when it dies. [CrashIT] tries each point by itself.
class EveryFailPointIT {

    private static final long SEED = Long.getLong("crash.seed", 1);

    /// More than are needed; events are sent as long as processes are still to die.
    private static final int MOST_EVENTS = 20_000;

    private static final int MOST_OF_A_REQUEST = 40;
    private static final int MOST_HITS = 3;

    @TempDir
    private Path folder;

    private final Gen gen = Gen.seeded(SEED);
    private final List<Orchard.Event> arrived = new ArrayList<>();
    private boolean lastLoads;
    private final List<FailPoint> ofWork = chosen("ingest", "load", "quarantine");
    private final List<FailPoint> ofSchema = chosen("schema");
    private final List<FailPoint> ofStop = chosen("stop");
    private final List<FailPoint> ofRebuild = chosen("rebuild");
    private final TrapsInARow traps =
            new TrapsInARow(ofWork.stream().map(this::atSomeHit).toList());

    @Test
    void losesAndDoublesNothing() throws Exception {
        // Given
        Grounds grounds = new Grounds(
                folder,
                TestPostgres.freshDatabase(),
                TestPulsar.serviceUrl(),
                TestPulsar.freshPartitionedTopic("stall", 2));
        grounds.enter(1);
        int deaths = ofWork.size() + ofSchema.size() + ofStop.size();
        try (Farm farm = grounds.farm();
                Stall stall = grounds.stall();
                Instances instances = new Instances(grounds, farm, EveryFailPointIT::settings, traps)) {
            // When
            traps.first(next(1, ofSchema));
            instances.start();
            List<List<Orchard.Event>> eras = new Orchard(SEED, MOST_EVENTS).eras();
            for (List<Orchard.Event> era : eras) {
                int erasLeft = OrchardModel.ERAS - grounds.era();
                sendUntil(ofWork.size() * erasLeft / OrchardModel.ERAS, era, instances, stall);
                if (erasLeft > 0) {
                    dieWhileStopping(instances);
                    dieWhileTheModelChanges(grounds, farm, instances);
                }
            }
            instances.awaitLoaded(arrived);
            dieWhileRebuilding(grounds);

            // Then
            assertThat(traps.left()).as(traps.toString()).isZero();
            assertThat(instances.deaths()).isEqualTo(deaths);
            farm.assertThatItHolds(arrived, true);
        }
    }

    private void sendUntil(int left, List<Orchard.Event> era, Instances instances, Stall stall) throws Exception {
        for (List<Orchard.Event> request : gen.cut(era, MOST_OF_A_REQUEST)) {
            if (traps.left() <= left) {
                return;
            }
            instances.send(gen, stall, request, MOST_OF_A_REQUEST);
            arrived.addAll(request);
            instances.awaitLoaded(arrived);
            letTheLastTrappedLoad(instances);
        }
    }

    /// Whoever has the last trap would never come there while the other one, which nothing kills any more, loads.
    private void letTheLastTrappedLoad(Instances instances) throws Exception {
        if (!lastLoads && traps.last().isPresent()) {
            instances.renewAllBut(traps.last().get());
            lastLoads = true;
        }
    }

    /// Both are started with a trap that springs when they are told to end.
    private void dieWhileStopping(Instances instances) throws Exception {
        if (!ofStop.isEmpty()) {
            traps.first(next(2, ofStop));
            instances.renew();
        }
    }

    private void dieWhileTheModelChanges(Grounds grounds, Farm farm, Instances instances) throws Exception {
        traps.first(next(1, ofSchema));
        grounds.enter(grounds.era() + 1);
        farm.renew(grounds.model());
        instances.renew();
    }

    /// Each rebuild goes on with what the one before has left.
    private void dieWhileRebuilding(Grounds grounds) throws Exception {
        String how = "--all";
        for (FailPoint point : ofRebuild.stream().sorted().toList()) {
            InstanceOptions options = settings(grounds.instance("rebuild"));
            assertThat(Instance.command(options.withJvm("-Dstartide.fail-point=" + atOnce(point)), "rebuild", how))
                    .as("exit code of the rebuild that dies at %s", point.label())
                    .isEqualTo(Instance.KILLED);
            how = "--resume";
        }
        InstanceOptions options = settings(grounds.instance("rebuild"));
        if (!ofRebuild.contains(FailPoint.REBUILD_SWAPPED)) {
            assertThat(Instance.command(options, "rebuild", how))
                    .as("exit code of the rebuild that comes to its end")
                    .isZero();
        }
        assertThat(Instance.command(options, "rebuild", "--confirm"))
                .as("exit code of the confirmation")
                .isZero();
    }

    /// Whoever dies is missed soon.
    private static InstanceOptions settings(InstanceOptions options) {
        return Crash.settings(options).with("startide.load.lease-time", "3s");
    }

    /// Half of the points of each stage, or all in the long form; in any order.
    private List<FailPoint> chosen(String... stages) {
        List<FailPoint> chosen = new ArrayList<>();
        for (String stage : stages) {
            List<FailPoint> points = Arrays.stream(FailPoint.values())
                    .filter(point -> OfAPoint.stage(point).equals(stage))
                    .toList();
            chosen.addAll(gen.shuffled(points).subList(0, LongForm.times((points.size() + 1) / 2, points.size())));
        }
        return gen.shuffled(chosen);
    }

    /// Takes away the first of the points, so many at most.
    private static List<String> next(int most, List<FailPoint> points) {
        List<FailPoint> next = points.subList(0, Math.min(most, points.size()));
        List<String> traps = next.stream().map(EveryFailPointIT::atOnce).toList();
        next.clear();
        return traps;
    }

    private String atSomeHit(FailPoint point) {
        return OfAPoint.isOnceInALife(point) ? atOnce(point) : OfAPoint.trap(point, gen.between(1, MOST_HITS));
    }

    private static String atOnce(FailPoint point) {
        return OfAPoint.trap(point, 1);
    }
}
