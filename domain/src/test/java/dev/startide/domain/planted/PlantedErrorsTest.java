package dev.startide.domain.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The test of the tests: every planted error is found by random cases, and soon.
class PlantedErrorsTest {

    /// A small part of what every build tries.
    private static final int TRIALS = 500;

    private static final int SIMULATIONS = 1_000;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("errors")
    void randomCoursesFind(PlantedError error) throws IOException {
        // Given
        Variant variant = Variant.with(error, directory);

        // When
        String found = variant.tried(CourseTrials.class, TRIALS);

        // Then
        assertThat(found).startsWith("Falsified by seed");
    }

    @Test
    void findsNothingWhereNothingIsPlanted() throws IOException {
        // Given
        var nothing = new PlantedError(
                "nothing is wrong", "timeline/History", "private History() {}", "private History() {}");
        Variant variant = Variant.with(nothing, directory);

        // When
        String found = variant.tried(CourseTrials.class, TRIALS);

        // Then
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void simulationsFind(PlantedError fault) throws IOException {
        // Given
        Variant variant = Variant.with(fault, directory);

        // When
        String found = variant.tried(SimulationTrials.class, SIMULATIONS);

        // Then
        assertThat(found).startsWith("Falsified by seed");
    }

    @Test
    void simulationsFindNothingWhereNothingIsPlanted() throws IOException {
        // Given
        var nothing =
                new PlantedError("nothing is wrong", "event/LaneId", "public record LaneId", "public record LaneId");
        Variant variant = Variant.with(nothing, directory);

        // When
        String found = variant.tried(SimulationTrials.class, SIMULATIONS);

        // Then
        assertThat(found).isEmpty();
    }

    static List<PlantedError> errors() {
        return PlantedErrors.all();
    }

    static List<PlantedError> faults() {
        return PlantedFaults.all();
    }
}
