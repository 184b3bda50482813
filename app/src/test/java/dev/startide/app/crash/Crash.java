package dev.startide.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.instance.Instance;
import dev.startide.app.instance.InstanceOptions;
import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.LongForm;
import java.util.ArrayList;
import java.util.List;

/// A process that dies at a point, with another one beside it, while the model changes three times.
/// The clock of one is ten minutes ahead, that of the other ten minutes behind.
///
/// @param hit for which time it comes there when it dies, or in which of its lives if it comes there
///     once in each
/// @param seed of the events, and of how they are sent
/// @param size how many events happen
record Crash(FailPoint point, int hit, long seed, int size) {

    private static final int MOST_OF_A_REQUEST = LongForm.times(25, 200);
    private static final String MOST_OF_A_BATCH = Integer.toString(LongForm.times(50, 500));

    /// Lets it die, starts it again, lets everything be loaded, and compares.
    ///
    /// @throws AssertionError if the warehouse is not as it should be, or the point was not reached
    void happen(Grounds grounds) throws Exception {
        grounds.enter(1);
        Gen gen = Gen.seeded(seed);
        List<Orchard.Event> arrived = new ArrayList<>();
        try (Farm farm = grounds.farm();
                Stall stall = grounds.stall();
                Instances instances = new Instances(grounds, farm, Crash::settings, Traps.ofTheFirst(this::trap))) {
            instances.start();
            for (List<Orchard.Event> era : new Orchard(seed, size).eras()) {
                instances.send(gen, stall, era, MOST_OF_A_REQUEST);
                arrived.addAll(era);
                changeModel(grounds, instances, farm);
            }
            instances.awaitLoaded(arrived);
            if (OfAPoint.isOfRebuild(point)) {
                rebuild(grounds);
            } else {
                assertThat(instances.deaths()).as("deaths").isEqualTo(1);
            }
            farm.assertThatItHolds(arrived, true);
        }
    }

    private static void changeModel(Grounds grounds, Instances instances, Farm farm) throws Exception {
        if (grounds.era() < OrchardModel.ERAS) {
            grounds.enter(grounds.era() + 1);
            farm.renew(grounds.model());
            instances.renew();
        }
    }

    /// Whatever a rebuild that died has left is gone on with, or confirmed if it had come to its end.
    private void rebuild(Grounds grounds) throws Exception {
        InstanceOptions options = settings(grounds.instance("rebuild"));
        InstanceOptions trapped = options.withJvm("-Dstartide.fail-point=" + OfAPoint.trap(point, hit));
        assertThat(Instance.command(trapped, "rebuild", "--all"))
                .as("exit code of the rebuild that dies")
                .isEqualTo(Instance.KILLED);
        if (Instance.command(options, "rebuild", "--confirm") != 0) {
            assertThat(Instance.command(options, "rebuild", "--resume"))
                    .as("exit code of the rebuild that goes on")
                    .isZero();
            assertThat(Instance.command(options, "rebuild", "--confirm"))
                    .as("exit code of the confirmation")
                    .isZero();
        }
    }

    private String trap(int life) {
        if (OfAPoint.isOfRebuild(point)) {
            return "";
        }
        if (OfAPoint.isOnceInALife(point)) {
            return life == hit ? OfAPoint.trap(point, 1) : "";
        }
        return life == 1 ? OfAPoint.trap(point, hit) : "";
    }

    static InstanceOptions settings(InstanceOptions options) {
        boolean isFirst = options.name().equals(Instances.FIRST);
        return options.with("startide.service.retry-most", "1s")
                .with("startide.load.batch-least", "1")
                .with("startide.load.batch-events", MOST_OF_A_BATCH)
                .withJvm("-Dtest.clock.ahead=" + (isFirst ? "PT10M" : "PT-10M"));
    }

    @Override
    public String toString() {
        return "%s, hit %d, seed %d, %d events".formatted(point.label(), hit, seed, size);
    }
}
