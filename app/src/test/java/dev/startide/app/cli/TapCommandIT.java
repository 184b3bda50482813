package dev.startide.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.cli.Bakery.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever watches the log sees each event with what became of it.
class TapCommandIT {

    @TempDir
    private Path folder;

    private Bakery bakery;

    @BeforeEach
    void open() throws IOException {
        bakery = Bakery.open(folder);
    }

    @Test
    void showsWhatBecameOfEachEvent() throws IOException {
        // Given
        bakery.ingest("later", List.of(Bakery.sold("s8", "c1", "1.00", "2026-04-01")), "--no-load");

        // When
        Answer answer = bakery.run("tap", "--no-follow");

        // Then
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out().lines().skip(1).map(line -> line.replaceAll(" {2,}", " | ")))
                .anyMatch(line ->
                        line.matches("\\d+:1 \\| .* \\| customer_moved \\| c1 \\| 2026-01-10T08:00:00Z \\| loaded"))
                .anyMatch(line -> line.matches("\\d+:5 \\| .* \\| shop \\? \\| quarantined: TYPE_MISMATCH.*"))
                .anyMatch(line -> line.matches("\\d+:6 \\| .* \\| shop \\? \\| ignored: no event type matches"))
                .anyMatch(line -> line.matches("\\d+:1 \\| .* \\| sold \\| s8 \\| 2026-04-01T08:00:00Z \\| waiting"))
                .hasSize(8);
    }

    @Test
    void showsOneTypeForMachines() {
        // When
        Answer answer = bakery.run("tap", "sold", "--no-follow", "--json");

        // Then
        assertThat(answer.out().lines())
                .hasSize(2)
                .allMatch(line -> line.contains("\"type\":\"sold\"") && line.contains("\"outcome\":\"loaded\""));
    }

    @Test
    void beginsWithTheLastOnes() {
        // When
        Answer answer = bakery.run("tap", "shop", "--no-follow", "-n", "2", "--json");

        // Then
        assertThat(answer.out().lines()).hasSize(2);
        assertThat(answer.out()).contains("\"outcome\":\"ignored\"", "\"position\":7");
    }

    @Test
    void beginsWhereEventsArrived() {
        // When
        Answer all = bakery.run("tap", "--no-follow", "--json", "--since", "2020-01-01");
        Answer none = bakery.run("tap", "--no-follow", "--json", "--since", "2190-01-01T00:00:00Z");

        // Then
        assertThat(all.out().lines()).hasSize(7);
        assertThat(none.out()).isEmpty();
    }

    @Test
    void namesWhatMayBeMeant() {
        // When
        Answer answer = bakery.run("tap", "solt", "--no-follow");

        // Then
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("Did you mean 'sold'?");
    }
}
