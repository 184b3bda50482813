package dev.startide.domain.service;

import static dev.startide.domain.testkit.person.People.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.port.inbound.ApplySchema;
import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.course.WarehouseRun;
import dev.startide.domain.testkit.memory.InMemoryCatalog;
import dev.startide.domain.testkit.memory.InMemoryCursors;
import dev.startide.domain.testkit.memory.InMemoryDatabase;
import dev.startide.domain.testkit.memory.InMemoryLease;
import dev.startide.domain.testkit.memory.InMemoryProgress;
import dev.startide.domain.testkit.memory.InMemoryRawLog;
import dev.startide.domain.testkit.memory.InMemoryWarehouse;
import dev.startide.domain.testkit.oracle.ActualWarehouse;
import dev.startide.domain.testkit.oracle.ReferenceFold;
import dev.startide.domain.testkit.person.People;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A model grows by attributes while the warehouse has rows.
class LoadGrownModelTest {

    private static final Instant MONDAY = Instant.parse("2026-03-16T12:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-17T12:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-18T12:00:00Z");
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-03-15T12:00:00Z"));

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final InMemoryWarehouse warehouse = new InMemoryWarehouse(database);
    private final InMemoryRawLog log = new InMemoryRawLog();

    @Test
    void beginsNoVersionWhereADimensionComesToShowAnAttribute() {
        // Given
        List<TypedEventBuilder> before = List.of(
                said("p-1", MONDAY).with("rank", "1").with("city", "a"),
                said("p-1", TUESDAY).with("rank", "2").with("team", "x"));
        load(People.showing("origin", "phone", "city", "team"), before);

        // When
        List<TypedEventBuilder> after =
                List.of(said("p-1", WEDNESDAY).with("rank", "2").with("phone", "p"));
        load(People.MODEL, after);

        // Then
        assertThatItHolds(Stream.concat(before.stream(), after.stream()));
    }

    @Test
    void hearsOfALateValueOfAnAttributeThatAnEntityComesToHave() {
        // Given
        List<TypedEventBuilder> before = List.of(said("p-1", TUESDAY).with("city", null), said("p-2", MONDAY));
        load(People.without("rank"), before);

        // When
        List<TypedEventBuilder> after =
                List.of(said("p-1", MONDAY).with("rank", "1").with("city", "a"), said("p-2", TUESDAY));
        load(People.MODEL, after);

        // Then
        assertThatItHolds(Stream.concat(before.stream(), after.stream()));
    }

    private void load(WarehouseModel model, List<TypedEventBuilder> events) {
        WarehouseLayout layout = WarehouseLayout.of(model);
        InMemoryCatalog catalog = new InMemoryCatalog(database);
        new ApplyService(model, new PlanService(layout, catalog), catalog).apply(ApplySchema.Replaced.REFUSED);
        WarehouseRun run = new WarehouseRun(
                new AdaptersUnderTest(
                        log,
                        warehouse,
                        new InMemoryLease(database, NOON),
                        new InMemoryCursors(database),
                        new InMemoryProgress(log, database),
                        warehouse::quarantined),
                layout);
        events.stream()
                .map(event -> event.of(model))
                .map(TypedEventBuilder::build)
                .forEach(event -> run.log("lane", event));
        run.drain();
    }

    private void assertThatItHolds(Stream<TypedEventBuilder> events) {
        List<TypedEvent> all = events.map(TypedEventBuilder::build).toList();
        assertThat(ReferenceFold.of(People.MODEL).fold(all).differences(ActualWarehouse.of(warehouse, People.LAYOUT)))
                .isEmpty();
    }
}
