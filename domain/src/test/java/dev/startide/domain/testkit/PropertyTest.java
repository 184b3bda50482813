package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.Property.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PropertyTest {

    private static final int TRIALS = 50;

    private final Property property = property().from(1, TRIALS);

    @Test
    void triesAsManyCasesAsAskedFor() {
        // Given
        Set<Long> seen = new HashSet<>();

        // When
        property.forAll(Gen::anyLong, seen::add);

        // Then
        assertThat(seen).hasSize(TRIALS);
    }

    @Test
    void findsAPlantedFailureAndMakesItSmall() {
        // When
        var falsified = catchThrowableOfType(
                AssertionError.class,
                () -> property.forAllLists(
                        gen -> gen.listOf(20, 60, each -> each.between(0, 100)),
                        PropertyTest::assertThatAtMostOneIsLarge));

        // Then
        assertThat(falsified).hasMessageContaining("Case: 2 elements");
        assertThat(falsified.getMessage().lines().filter(line -> line.matches("  \\d+")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(Integer.parseInt(line.strip())).isGreaterThan(90));
    }

    @Test
    void namesTheSeedWithWhichTheFailureComesBack() {
        // Given
        List<Long> failing = new ArrayList<>();
        var falsified = falsifiedBy(property, failing);
        long seed = Long.parseLong(falsified.replaceAll("(?s)Falsified by seed (\\d+).*", "$1"));

        // When
        var again = falsifiedBy(property.from(seed, 1), failing);

        // Then
        assertThat(again).isEqualTo(falsified);
        assertThat(failing)
                .hasSize(2)
                .satisfies(both -> assertThat(both.getFirst()).isEqualTo(both.getLast()));
    }

    @Test
    void makesFewerTrialsOfWhatCostsMore() {
        // Given
        List<Long> seen = new ArrayList<>();

        // When
        property.oncePer(10).forAll(Gen::anyLong, seen::add);

        // Then
        assertThat(seen).hasSize(TRIALS / 10);
    }

    @Test
    void triesTheSeedsThatAreKeptBeforeAllOthers() {
        // Given
        List<Long> seen = new ArrayList<>();

        // When
        property.from(1, 1).keptAs("kept-for-a-test").forAll(Gen::anyLong, seen::add);

        // Then
        assertThat(seen)
                .containsExactly(
                        Gen.seeded(4711).anyLong(),
                        Gen.seeded(42).anyLong(),
                        Gen.seeded(1).anyLong());
    }

    @Test
    void saysWhereToKeepASeedThatFailed() {
        // When
        var falsified = catchThrowableOfType(
                AssertionError.class,
                () -> property.keptAs("kept-for-a-test").forAll(Gen::anyLong, _ -> {
                    throw new AssertionError("never holds");
                }));

        // Then
        assertThat(falsified)
                .hasMessageContaining("run it alone with -Dproperty.seed=4711")
                .hasMessageContaining("keep it in regressions/kept-for-a-test.seeds");
    }

    @Test
    void makesTheElementsOfAFailureSimple() {
        // When
        var falsified = catchThrowableOfType(
                AssertionError.class,
                () -> property.forAllLists(
                        gen -> gen.listOf(20, 60, each -> each.between(0, 100)),
                        number -> number > 0 ? List.of(0, number / 2, number - 1) : List.of(),
                        PropertyTest::assertThatAtMostOneIsLarge));

        // Then
        assertThat(falsified.getMessage().lines().filter(line -> line.matches("  \\d+")))
                .containsExactly("  91", "  91");
    }

    @Test
    void shufflesWithoutLosingAnything() {
        // Given
        List<Integer> numbers = IntStream.range(0, 100).boxed().toList();

        // When
        List<Integer> shuffled = Gen.seeded(7).shuffled(numbers);

        // Then
        assertThat(shuffled).containsExactlyInAnyOrderElementsOf(numbers).isNotEqualTo(numbers);
    }

    @Test
    void cutsWithoutLosingAnything() {
        // Given
        List<Integer> numbers = IntStream.range(0, 100).boxed().toList();

        // When
        List<List<Integer>> parts = Gen.seeded(7).cut(numbers, 5);

        // Then
        assertThat(parts).allSatisfy(part -> assertThat(part).hasSizeBetween(1, 5));
        assertThat(parts.stream().flatMap(List::stream)).containsExactlyElementsOf(numbers);
    }

    @Test
    void staysWithinTheBoundsOfInstants() {
        // Given
        Instant from = Instant.parse("1900-01-01T00:00:00Z");
        Instant until = from.plusNanos(2_000);

        // When
        Set<Instant> instants = new HashSet<>(Gen.seeded(7).listOf(50, 50, gen -> gen.instant(from, until)));

        // Then
        assertThat(instants).containsExactlyInAnyOrder(from, from.plusNanos(1_000));
    }

    /// Fails for a list with two large numbers, wherever they stand.
    private static void assertThatAtMostOneIsLarge(List<Integer> list) {
        assertThat(list.stream().filter(number -> number > 90)).hasSizeLessThan(2);
    }

    private static String falsifiedBy(Property property, List<Long> failing) {
        return catchThrowableOfType(
                        AssertionError.class,
                        () -> property.forAll(Gen::anyLong, number -> {
                            if (number % 5 == 0) {
                                failing.add(number);
                                throw new AssertionError("divisible");
                            }
                        }))
                .getMessage();
    }
}
