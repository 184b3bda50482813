package dev.startide.app.crash;

import dev.startide.dev.TestPostgres;
import dev.startide.dev.TestPulsar;
import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.testkit.LongForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever step of its work a process dies at, each event is logged once and has one effect.
///
/// It takes too long for a build, in which [EveryFailPointIT] lets processes die one after the other. The long
/// form (`-Dlong-form=true`) tries every point by itself, at its first, its second and a random hit, with 20,000
/// events. `-Dcrash.points` is a regular expression for the points that are tried, `-Dcrash.hits` how
/// many of the hits. What came of each is written to `target/crashes.csv`.
@EnabledIf("isWanted")
class CrashIT {

    private static final long SEED = Long.getLong("crash.seed", 1);
    private static final int EVENTS = Integer.getInteger("crash.events", LongForm.times(400, 20_000));
    private static final int HITS = Integer.getInteger("crash.hits", 3);
    private static final String POINTS = System.getProperty("crash.points", "");
    private static final Path RESULTS = Path.of("target", "crashes.csv");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("crashes")
    void losesAndDoublesNothing(Crash crash) throws Exception {
        Grounds grounds = new Grounds(
                folder,
                TestPostgres.freshDatabase(),
                TestPulsar.serviceUrl(),
                TestPulsar.freshPartitionedTopic("stall", 2));
        long began = System.nanoTime();
        String outcome = "failed";
        try {
            crash.happen(grounds);
            outcome = "nothing lost, nothing doubled";
        } finally {
            note("%s;%d;%d;%d;%s;%d s"
                    .formatted(
                            crash.point().label(),
                            crash.hit(),
                            crash.seed(),
                            crash.size(),
                            outcome,
                            (System.nanoTime() - began) / 1_000_000_000));
        }
    }

    static boolean isWanted() {
        return LongForm.isWanted() || !POINTS.isEmpty();
    }

    static Stream<Crash> crashes() {
        return Arrays.stream(FailPoint.values())
                .filter(point -> POINTS.isEmpty() || point.label().matches(POINTS))
                .flatMap(point -> OfAPoint.hits(point, SEED).limit(HITS).map(hit -> crash(point, hit)));
    }

    private static Crash crash(FailPoint point, int hit) {
        return new Crash(point, hit, 1_000 * SEED + Math.floorMod(point.label().hashCode(), 100) * 10L + hit, EVENTS);
    }

    private static void note(String line) throws Exception {
        Files.write(RESULTS, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
