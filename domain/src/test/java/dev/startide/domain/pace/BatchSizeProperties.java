package dev.startide.domain.pace;

import static dev.startide.domain.testkit.Property.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.testkit.Gen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The size of batches against databases that answer as slowly as they please.
class BatchSizeProperties {

    private static final Duration TARGET = Duration.ofMillis(500);
    private static final BatchBounds BOUNDS = new BatchBounds(100, 20_000, TARGET, Long.MAX_VALUE);
    private static final int BATCHES = 600;

    @Test
    void staysWithinItsBoundsWhateverHappens() {
        property().forAll(gen -> gen.listOf(50, 400, BatchSizeProperties::event), course -> {
            BatchSize size = BatchSize.startingAt(1_000, BOUNDS);
            for (Happening happening : course) {
                size = happening.after(size);
                assertThat(size.events()).isBetween(1, BOUNDS.most());
                assertThat(size.events()).isLessThanOrEqualTo(size.ceiling());
            }
        });
    }

    @Test
    void keepsToTheTargetWhereTheDatabaseIsSlowAndLoadsAsMuchAsThatAllows() {
        property()
                .forAll(gen -> new Server(gen.between(1, 100), gen.between(200, 2_000), gen.between(0, 20)), server -> {
                    List<Integer> sizes = server.load(BatchSize.startingAt(1_000, BOUNDS), BATCHES);

                    int settled = (int) average(sizes.subList(BATCHES / 2, BATCHES));
                    assertThat(server.millis(settled)).isLessThan(TARGET.toMillis() * 1.3);
                    assertThat(server.perSecond(settled)).isGreaterThan(0.85 * server.perSecond(server.within(TARGET)));
                });
    }

    @Test
    void settlesAtTheKneeWhereTheDatabaseIsFast() {
        property().forAll(gen -> new Server(gen.between(2, 40), gen.between(5, 20), 0), server -> {
            List<Integer> sizes = server.load(BatchSize.startingAt(1_000, BOUNDS), BATCHES);

            int settled = (int) average(sizes.subList(BATCHES / 2, BATCHES));
            assertThat(server.perSecond(settled)).isGreaterThan(0.85 * server.perSecond(BOUNDS.most()));
            assertThat(server.perSecond(settled / 8)).isLessThan(0.95 * server.perSecond(BOUNDS.most()));
        });
    }

    @Test
    void comesBackAfterTheDatabaseWasSlowForAWhile() {
        property().forAll(gen -> new Server(gen.between(2, 20), gen.between(10, 60), 5), server -> {
            List<Integer> before = server.load(BatchSize.startingAt(1_000, BOUNDS), BATCHES);
            BatchSize size = BatchSize.startingAt(before.getLast(), BOUNDS);
            for (int batch = 0; batch < 20; batch++) {
                size = size.committed(size.events(), TARGET.multipliedBy(4));
            }
            assertThat(size.events()).isEqualTo(BOUNDS.least());

            List<Integer> after = server.load(size, BATCHES);

            assertThat(server.perSecond(after.getLast())).isGreaterThan(0.8 * server.perSecond(before.getLast()));
        });
    }

    @Test
    void neverTriesABatchAgainThatTimedOutButForASingleEvent() {
        property().forAll(gen -> gen.between(1, BOUNDS.most()), events -> {
            BatchSize size = BatchSize.startingAt(BOUNDS.most(), BOUNDS);
            int tried = events;
            while (tried > 1) {
                size = size.timedOut(tried);
                assertThat(size.events()).isLessThan(tried);
                tried = size.events();
            }
            assertThat(size.timedOut(1).events()).isEqualTo(1);
        });
    }

    private static double average(List<Integer> sizes) {
        return sizes.stream().mapToInt(Integer::intValue).average().orElseThrow();
    }

    private static Happening event(Gen gen) {
        Duration took = Duration.ofMillis(gen.between(0, 3_000));
        double filled = gen.between(0, 100) / 100.0;
        return switch (gen.between(0, 9)) {
            case 0 -> size -> size.timedOut((int) (size.events() * filled));
            case 1 -> size -> size.heldUp((int) (size.events() * filled));
            default -> size -> size.committed((int) (size.events() * filled), took);
        };
    }

    private interface Happening {
        BatchSize after(BatchSize size);
    }

    /// A database under which each batch costs something, and each event in it.
    ///
    /// @param noise by how many percent a batch may take longer
    private record Server(int millisPerBatch, int microsPerEvent, int noise) {

        double millis(int events) {
            return millisPerBatch + events * microsPerEvent / 1_000.0;
        }

        double perSecond(int events) {
            return events * 1_000.0 / millis(events);
        }

        int within(Duration time) {
            return (int) ((time.toMillis() - millisPerBatch) * 1_000 / microsPerEvent);
        }

        List<Integer> load(BatchSize start, int batches) {
            Gen gen = Gen.seeded(millisPerBatch);
            List<Integer> sizes = new ArrayList<>();
            BatchSize size = start;
            for (int batch = 0; batch < batches; batch++) {
                double took = millis(size.events()) * (1 + gen.between(0, noise) / 100.0);
                size = size.committed(size.events(), Duration.ofNanos((long) (took * 1_000_000)));
                sizes.add(size.events());
            }
            return sizes;
        }
    }
}
