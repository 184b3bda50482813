package dev.startide.domain.service;

import static dev.startide.domain.testkit.TypedEventBuilder.anEventOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.oracle.ActualWarehouse;
import dev.startide.domain.testkit.oracle.ReferenceFold;
import dev.startide.domain.testkit.parcels.Parcels;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The entries of a book are those of all changes in their order, however late they come.
class BookedFactsTest {

    private static final Instant BOOKED_FOR = Instant.parse("2026-02-01T12:00:00Z");

    private final LoadRun run = new LoadRun(Parcels.LAYOUT, 10, 10);

    @Test
    void takesBackEntriesThatALateChangeMakesNeedless() {
        // Given
        TypedEventBuilder weighed = posted().at("2026-02-10T09:00:00Z").with("weight", 2);
        TypedEventBuilder priced = posted().at("2026-02-11T09:00:00Z").with("price", price());
        load(weighed, priced);
        assertThat(run.warehouse().rows(Parcels.fact("booking").table().name())).hasSize(3);

        // When
        TypedEventBuilder late =
                posted().at("2026-02-09T09:00:00Z").with("weight", 2).with("price", price());
        load(late);

        // Then
        assertThat(run.warehouse().rows(Parcels.fact("booking").table().name())).hasSize(1);
        var expected = ReferenceFold.of(Parcels.MODEL)
                .fold(Stream.of(weighed, priced, late)
                        .map(TypedEventBuilder::build)
                        .toList());
        assertThat(expected.differences(ActualWarehouse.of(run.warehouse(), Parcels.LAYOUT)))
                .isEmpty();
    }

    private void load(TypedEventBuilder... events) {
        run.log("lane", List.of(events).stream().map(TypedEventBuilder::build).toList());
        run.drain();
    }

    private static TypedEventBuilder posted() {
        return anEventOf(Parcels.MODEL, "parcel_posted")
                .with("parcel_id", "p-1")
                .with("booked_for", BOOKED_FOR);
    }

    private static BigDecimal price() {
        return new BigDecimal("1.50");
    }
}
