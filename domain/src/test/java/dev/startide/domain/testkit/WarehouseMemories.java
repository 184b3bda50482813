package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.RowBuilder.aRow;
import static dev.startide.domain.testkit.WritesBuilder.aWrite;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.star.Horizon.Passed;
import dev.startide.domain.testkit.parcels.Parcels;
import dev.startide.warehouse.layout.FactHorizon;
import dev.startide.warehouse.layout.FactMemory;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.FactName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is kept of facts beside their tables is found by the grain.
interface WarehouseMemories extends WarehouseTesting {

    Instant TOLD = Instant.parse("2026-02-01T12:00:00Z");

    /// The adapters of a database with other tables.
    AdaptersUnderTest adaptersWith(WarehouseLayout layout);

    @Test
    default void findsAllChangesThatAreKeptOfAFact() {
        // Given
        adaptersWith(Parcels.LAYOUT);
        FactMemory memory = memory("booking");
        var first = change(memory, "p-1", TOLD);
        var second = change(memory, "p-1", TOLD.plusSeconds(1)).with("_said_null", "weight");
        write(aWrite().inserting(memory.table(), first.build(), second.build())
                .inserting(memory.table(), change(memory, "p-2", TOLD).build()));

        // When
        var found = warehouse().remembered(memory, List.of(Key.of("p-1"), Key.of("p-9")));

        // Then
        assertThat(found).containsOnlyKeys(Key.of("p-1"));
        assertThat(found.get(Key.of("p-1"))).containsExactlyInAnyOrder(first.build(), second.build());
    }

    @Test
    default void findsWhatWasSaidOfAFactThatIsGone() {
        // Given
        adaptersWith(Parcels.LAYOUT);
        FactMemory memory = memory("posting");
        var gone = aRow(memory.table())
                .with("parcel_id", "p-1")
                .with("_sender_1", "s-1")
                .with("weight", 2)
                .with("_changed_at", TOLD)
                .with("_change_sequence", 0L)
                .with("_change_id", new UUID(1, 2))
                .with("_lane", 1)
                .with("_position", 7L);
        write(aWrite().inserting(memory.table(), gone.build()));

        // When
        var found = warehouse().remembered(memory, List.of(Key.of("p-1")));

        // Then
        assertThat(found.get(Key.of("p-1"))).containsExactly(gone.build());
    }

    @Test
    default void goesThroughThingsPartByPartInAnOrderOfItsOwn() {
        // Given
        adaptersWith(Parcels.LAYOUT);
        FactMemory memory = memory("standing");
        write(aWrite().inserting(
                        memory.table(),
                        change(memory, "p-2", TOLD).build(),
                        change(memory, "P-1", TOLD).build(),
                        change(memory, "P-1", TOLD.plusSeconds(1)).build(),
                        change(memory, "é", TOLD).build()));
        List<Key> first = warehouse().grains(memory, new Passed.None(), 2);

        // When
        List<Key> rest = warehouse().grains(memory, new Passed.UpTo(first.getLast()), 2);

        // Then
        assertThat(first).hasSize(2);
        assertThat(rest).hasSize(1);
        assertThat(Stream.concat(first.stream(), rest.stream()))
                .containsExactlyInAnyOrder(Key.of("p-2"), Key.of("P-1"), Key.of("é"));
    }

    @Test
    default void knowsWhichThingsHaveBeenPassedInThatOrder() {
        // Given
        adaptersWith(Parcels.LAYOUT);
        FactMemory memory = memory("standing");
        List<Key> things = List.of(Key.of("a"), Key.of("B"), Key.of("é"), Key.of("_"), Key.of("Z1"));
        write(aWrite().inserting(
                        memory.table(),
                        things.stream()
                                .map(thing -> change(memory, (String) thing.part(0), TOLD)
                                        .build())
                                .toArray(Object[][]::new)));
        List<Key> page = warehouse().grains(memory, new Passed.None(), 3);

        // When
        var passed = warehouse().passed(memory, new Passed.UpTo(page.getLast()), things);

        // Then
        assertThat(passed).containsExactlyInAnyOrderElementsOf(page);
    }

    @Test
    default void hasPassedNothingBeforeItBegins() {
        // Given
        adaptersWith(Parcels.LAYOUT);

        // When
        var passed = warehouse().passed(memory("standing"), new Passed.None(), List.of(Key.of("p-1")));

        // Then
        assertThat(passed).isEmpty();
    }

    @Test
    default void remembersHowFarPeriodsHaveBeenFilled() {
        // Given
        adaptersWith(Parcels.LAYOUT);
        FactHorizon layout = Parcels.LAYOUT.horizonOf(new FactName("standing")).orElseThrow();
        var row = aRow(layout.table())
                .with("_id", 1)
                .with("_filled_until", LocalDate.of(2026, 2, 1))
                .with("_filling_until", LocalDate.of(2026, 3, 1))
                .with("parcel_id", "p-1");
        write(aWrite().inserting(layout.table(), row.build()));

        // When
        var horizon = warehouse().horizon(layout);

        // Then
        assertThat(horizon).get().isEqualTo(row.build());
    }

    @Test
    default void knowsNoHorizonBeforePeriodsAreFilled() {
        // Given
        adaptersWith(Parcels.LAYOUT);
        FactHorizon layout = Parcels.LAYOUT.horizonOf(new FactName("shelf")).orElseThrow();

        // When
        var horizon = warehouse().horizon(layout);

        // Then
        assertThat(horizon).isEmpty();
    }

    private static FactMemory memory(String fact) {
        return Parcels.LAYOUT.memoryOf(new FactName(fact)).orElseThrow();
    }

    private static RowBuilder change(FactMemory memory, String parcel, Instant at) {
        return aRow(memory.table())
                .with("parcel_id", parcel)
                .with("_changed_at", at)
                .with("_change_sequence", 0L)
                .with("_change_id", new UUID(1, 2))
                .with("_is_deleted", false)
                .with("_lane", 1)
                .with("_position", 7L);
    }
}
