package dev.startide.domain.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.event.EventDigest;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.warehouse.star.EntityName;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BatchChangesTest {

    private static final EntityName PRODUCT = new EntityName("product");
    private static final Key KEY = Key.of("p1");

    private final BatchChanges changes = new BatchChanges();

    @Test
    void takesTwoElementsOfOneEventAboutOneEntityAsOneChange() {
        // Given
        changes.add(PRODUCT, said(1, "Pencil", Unsaid.UNSAID));

        // When
        changes.add(PRODUCT, said(1, "Crayon", "office"));

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

    private static EntityChange said(int event, Object... attributes) {
        ChangeOrder order = new ChangeOrder(Instant.EPOCH, 0, new EventDigest(0, event));
        return new EntityChange(KEY, order, attributes, new LanePosition(new LaneId(1), event));
    }
}
