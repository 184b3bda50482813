package dev.startide.domain.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quality.Rejection;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.FactName;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BatchChangesTest {

    private static final EntityName PRODUCT = new EntityName("product");
    private static final FactName SALE = new FactName("sale");
    private static final Key KEY = Key.of("p1");

    private final BatchChanges changes = new BatchChanges();

    @Test
    void takesTwoElementsOfOneEventAboutOneEntityAsOneChange() {
        // Given
        changes.add(PRODUCT, said(1, "Pencil", Unsaid.UNSAID));

        // When
        changes.add(PRODUCT, said(1, "Pencil", "office"));

        // Then
        assertThat(changes.of(PRODUCT).get(KEY))
                .singleElement()
                .extracting(EntityChange::attributes)
                .isEqualTo(new Object[] {"Pencil", "office"});
    }

    @Test
    void keepsTheChangesOfSeveralEvents() {
        // Given
        changes.add(PRODUCT, said(1, "Pencil", "office"));

        // When
        changes.add(PRODUCT, said(2, "Crayon", "school"));

        // Then
        assertThat(changes.of(PRODUCT).get(KEY)).hasSize(2);
    }

    @Test
    void rejectsAnEventWhoseElementsContradictEachOther() {
        // Given
        changes.add(PRODUCT, said(1, "Pencil", Unsaid.UNSAID));

        // When
        changes.add(PRODUCT, said(1, "Crayon", "office"));

        // Then
        assertThat(changes.rejected()).containsOnlyKeys(at(1));
        assertThat(changes.rejected().get(at(1)).reason()).isEqualTo(Rejection.Reason.CONTRADICTION);
    }

    @Test
    void rejectsAnEventThatSaysTwoThingsOfOneFact() {
        // Given
        changes.add(SALE, sold(1, 2));

        // When
        changes.add(SALE, sold(1, 3));

        // Then
        assertThat(changes.rejected()).containsOnlyKeys(at(1));
    }

    @Test
    void takesAnotherEventThatSaysOtherThingsAsAnotherChange() {
        // Given
        changes.add(SALE, sold(1, 2));

        // When
        changes.add(SALE, sold(2, 3));

        // Then
        assertThat(changes.rejected()).isEmpty();
        assertThat(changes.of(SALE).get(KEY)).hasSize(2);
    }

    private static FactChange sold(int event, Object... slots) {
        return new FactChange(KEY, order(event), slots, at(event));
    }

    private static LanePosition at(int event) {
        return new LanePosition(new LaneId(1), event);
    }

    private static ChangeOrder order(int event) {
        return new ChangeOrder(Instant.EPOCH, 0, new EventDigest(0, event));
    }

    private static EntityChange said(int event, Object... attributes) {
        return new EntityChange(KEY, order(event), attributes, at(event));
    }
}
