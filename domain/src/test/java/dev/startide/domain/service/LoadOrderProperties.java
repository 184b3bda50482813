package dev.startide.domain.service;

import static dev.startide.domain.testkit.Property.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.Permutations;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.course.RandomEvents;
import dev.startide.domain.testkit.oracle.ActualWarehouse;
import dev.startide.domain.testkit.oracle.ReferenceFold;
import dev.startide.domain.testkit.oracle.WarehouseContents;
import dev.startide.domain.testkit.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Neither the order of arrival nor the size of batches makes a difference.
class LoadOrderProperties {

    private static final ReferenceFold REFERENCE = ReferenceFold.of(Shop.MODEL);
    private static final int EVERYTHING = 1_000;
    private static final int CHANGES = 5;

    private final RandomEvents events = new RandomEvents(Shop.MODEL);

    @Test
    void everyOrderOfFiveChangesOfAMemberWithFactsLoadsTheSame() {
        property().oncePer(20).forAll(this::changesAndFacts, said -> {
            List<TypedEventBuilder> facts = said.subList(CHANGES, said.size());
            WarehouseContents expected = REFERENCE.fold(typed(said));
            for (List<TypedEventBuilder> order : Permutations.of(said.subList(0, CHANGES))) {
                List<TypedEventBuilder> arrivals = new ArrayList<>(facts);
                arrivals.addAll(order);
                arrivals.addAll(order.subList(0, 2));
                assertThat(expected.differences(loaded(arrivals, 1))).isEmpty();
            }
        });
    }

    @Test
    void splittingABatchChangesNothing() {
        property().forAllLists(events::some, said -> {
            WarehouseContents whole = loaded(said, EVERYTHING);
            for (int batch = 1; batch <= said.size() / 2; batch++) {
                assertThat(whole.differences(loaded(said, batch)))
                        .as("in batches of %d", batch)
                        .isEmpty();
            }
        });
    }

    /// Five changes of one customer, and orders of hers at various times.
    private List<TypedEventBuilder> changesAndFacts(Gen gen) {
        List<TypedEventBuilder> said = new ArrayList<>(gen.listOf(
                CHANGES, CHANGES, each -> events.any(each, "customer_changed", "customer_moved", "customer_deleted")));
        said.addAll(gen.listOf(1, 3, each -> events.any(each, "order_placed")));
        return said.stream().map(event -> event.with("customer_id", "k1")).toList();
    }

    private static WarehouseContents loaded(List<TypedEventBuilder> said, int batch) {
        LoadRun run = new LoadRun(Shop.LAYOUT, batch, EVERYTHING);
        run.log("lane", typed(said));
        run.drain();
        return ActualWarehouse.of(run.warehouse(), Shop.LAYOUT);
    }

    private static List<TypedEvent> typed(List<TypedEventBuilder> said) {
        return said.stream().map(TypedEventBuilder::build).toList();
    }
}
