package dev.startide.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startide.domain.event.LaneName;
import dev.startide.domain.port.inbound.VerifyWarehouse.Request;
import dev.startide.domain.port.outbound.WarehouseChecks;
import dev.startide.domain.quality.Check;
import dev.startide.domain.quality.CheckOutcome;
import dev.startide.domain.quality.Finding;
import dev.startide.domain.quality.Verification;
import dev.startide.domain.quality.VerificationWatch;
import dev.startide.domain.testkit.course.WarehouseRun;
import dev.startide.domain.testkit.memory.InMemoryStorage;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.plan.SchemaChange;
import dev.startide.warehouse.plan.SchemaPlan;
import dev.startide.warehouse.schema.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerifyServiceTest {

    private static final Check GAPS = new Check("gaps", Check.Area.DIMENSIONS, "No gaps.", "Close them.");
    private static final Check ORPHANS = new Check("orphans", Check.Area.FACTS, "No orphans.", "Adopt them.");
    private static final Table CUSTOMER = Shop.members("customer").table();
    private static final SchemaChange INDEX =
            new SchemaChange.AddIndex(CUSTOMER.name(), CUSTOMER.indexes().getFirst());

    private final InMemoryStorage storage = new InMemoryStorage(Shop.LAYOUT);
    private final RememberingChecks rows = new RememberingChecks();

    /// Finds one thing with each check that it is asked to do.
    private static final class RememberingChecks implements WarehouseChecks {

        private final List<String> asked = new ArrayList<>();

        @Override
        public List<Check> all() {
            return List.of(GAPS, ORPHANS);
        }

        @Override
        public List<CheckOutcome> run(
                WarehouseLayout layout, Collection<String> names, int shown, VerificationWatch watch) {
            asked.addAll(names);
            return all().stream()
                    .filter(check -> names.contains(check.name()))
                    .map(check -> new CheckOutcome(
                            check, 1, 1, List.of(new Finding("star.customer", "id=1", "is wrong")), Duration.ZERO))
                    .toList();
        }
    }

    @Test
    void doesAllChecksUnlessSomeAreNamed() {
        // When
        Verification verification = service().verify(new Request(Set.of(), List.of(), 5), (_, _, _, _) -> {});

        // Then
        assertThat(verification.outcomes())
                .extracting(outcome -> outcome.check().name())
                .containsExactly("schema", "gaps", "orphans");
        assertThat(verification.isClean()).isFalse();
        assertThat(verification.found()).isEqualTo(2);
    }

    @Test
    void doesOnlyTheChecksThatAreNamed() {
        // When
        Verification verification = service().verify(new Request(Set.of("orphans"), List.of(), 5), (_, _, _, _) -> {});

        // Then
        assertThat(verification.outcomes())
                .extracting(outcome -> outcome.check().name())
                .containsExactly("orphans");
    }

    @Test
    void findsWhatTheSchemaLacksAndChecksRowsNevertheless() {
        // When
        Verification verification = service(INDEX).verify(new Request(Set.of(), List.of(), 5), (_, _, _, _) -> {});

        // Then
        assertThat(verification.outcomes().getFirst().findings())
                .containsExactly(new Finding("star.customer", "", "differs from the model: add index"));
        assertThat(rows.asked).containsExactlyInAnyOrder("gaps", "orphans");
    }

    @Test
    void asksNothingOfTablesThatAreNotThere() {
        // When
        Verification verification = service(new SchemaChange.AddTable(CUSTOMER))
                .verify(new Request(Set.of("gaps"), List.of(), 5), (_, _, _, _) -> {});

        // Then
        assertThat(verification.outcomes())
                .extracting(outcome -> outcome.check().name())
                .containsExactly("schema");
        assertThat(rows.asked).isEmpty();
    }

    @Test
    void refusesACheckThatDoesNotExist() {
        // When
        var verifying = assertThatThrownBy(
                () -> service().verify(new Request(Set.of("gasp"), List.of(), 5), (_, _, _, _) -> {}));

        // Then
        verifying.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("gasp");
    }

    @Test
    void comparesTheTablesThatAreNamedAndDoesNothingElse() {
        // When
        Verification verification =
                service().verify(new Request(Set.of(), List.of("customer", "order_line"), 5), (_, _, _, _) -> {});

        // Then
        assertThat(verification.outcomes())
                .extracting(outcome -> outcome.check().name())
                .containsExactly("rebuilt-equals-loaded");
        assertThat(verification.isClean()).isTrue();
    }

    @Test
    void comparesNothingWithALogThatHasLostItsBeginning() {
        // Given
        var lane = storage.adapters().rawLog().open(Shop.ORDERS, new LaneName("a"));
        storage.log().release(lane.id(), 7);

        // When
        Verification verification = service().verify(new Request(Set.of(), List.of("customer"), 5), (_, _, _, _) -> {});

        // Then
        assertThat(verification.outcomes())
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.findings())
                        .singleElement()
                        .hasToString("raw.event lane=1, position<=7: was let go, so that nothing can be compared"));
    }

    private VerifyService service(SchemaChange... pending) {
        return new VerifyService(
                Shop.LAYOUT,
                () -> new SchemaPlan(List.of(pending)),
                rows,
                storage.adapters().rawLog(),
                new WarehouseRun(storage.adapters(), Shop.LAYOUT).reader(),
                new MemorySnapshots(storage),
                InstantSource.fixed(Instant.EPOCH));
    }
}
