package dev.startide.adapter.outbound.postgres.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.outbound.postgres.PostgresStorage;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.port.outbound.WarehouseCatalog;
import dev.startide.domain.star.LoadWrites;
import dev.startide.domain.star.TableWrites;
import dev.startide.domain.testkit.RowBuilder;
import dev.startide.domain.testkit.parcels.Parcels;
import dev.startide.warehouse.plan.SchemaDiff;
import dev.startide.warehouse.schema.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the database computes from milestones.
class MilestonesIT {

    private static final Table JOURNEY = Parcels.fact("journey").table();
    private static final Instant POSTED = Instant.parse("2026-02-01T12:00:00Z");

    private static PostgresStorage storage;

    private long epoch;

    @BeforeAll
    static void start() {
        storage = PostgresStorage.fresh();
    }

    @BeforeEach
    void clear() {
        storage.clear();
        WarehouseCatalog catalog = storage.port(WarehouseCatalog.class);
        catalog.apply(Parcels.MODEL, SchemaDiff.between(catalog.existing(), Parcels.LAYOUT.schema()));
        epoch = storage.port(LoaderLease.class)
                .acquire("loader", Duration.ofMinutes(1))
                .orElseThrow();
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @Test
    void computesWholeSecondsBetweenMilestonesAndTheLastOneThatWasReached() {
        // Given
        var posted = journey("p-1").with("posted_at", POSTED);
        var collected = journey("p-2")
                .with("posted_at", POSTED)
                .with("collected_at", POSTED.plusSeconds(90).plusMillis(999));
        var collectedBefore = journey("p-3").with("posted_at", POSTED).with("collected_at", POSTED.minusMillis(1_500));
        var onlyDelivered = journey("p-4").with("delivered_on", POSTED);
        var nothing = journey("p-5");

        // When
        write(posted, collected, collectedBefore, onlyDelivered, nothing);

        // Then
        assertThat(storage.query("""
                        select parcel_id, posted_at_to_collected_at, collected_at_to_delivered_on, milestone
                        from star.journey order by parcel_id
                        """))
                .containsExactly(
                        "p-1|null|null|posted_at",
                        "p-2|90|null|collected_at",
                        "p-3|-1|null|collected_at",
                        "p-4|null|null|delivered_on",
                        "p-5|null|null|null");
    }

    @Test
    void findsNothingToChangeOnceItIsApplied() {
        // Given
        WarehouseCatalog catalog = storage.port(WarehouseCatalog.class);

        // When
        var changes = SchemaDiff.between(catalog.existing(), Parcels.LAYOUT.schema());

        // Then
        assertThat(changes.changes()).isEmpty();
    }

    private static RowBuilder journey(String parcel) {
        return RowBuilder.aRow(JOURNEY)
                .with("parcel_id", parcel)
                .with("event_time", POSTED)
                .with("sender_key", -1L)
                .with("sender_durable_key", -1L)
                .with("posted_at_day_key", -1)
                .with("collected_at_day_key", -1)
                .with("delivered_on_day_key", -1);
    }

    private void write(RowBuilder... rows) {
        List<Object[]> built = List.of(rows).stream().map(RowBuilder::build).toList();
        TableWrites writes = new TableWrites(JOURNEY, built, List.of(), List.of());
        storage.port(Warehouse.class).write(new LoadWrites(List.of(writes), List.of(), List.of(), List.of()), epoch);
    }
}
