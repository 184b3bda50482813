package dev.startide.sample.tpch.answer;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.sample.tpch.CustomerChanged;
import dev.startide.sample.tpch.Delivery;
import dev.startide.sample.tpch.EventSet;
import dev.startide.sample.tpch.PartChanged;
import dev.startide.sample.tpch.TpchEvent;
import dev.startide.sample.tpch.TpchEvents;
import dev.startide.sample.tpch.TpchSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/// A warehouse that makes a usual mistake sees, in effect, other events. If the answers for those
/// were the same, the answers could not find the mistake.
class PlantedMistakesTest {

    private static final TpchEvents EVENTS = TpchEvents.of(TpchSettings.DEMO);
    private static final EventSet DEMO = EVENTS.set();

    @Test
    void showWhenMembersAreSeenAsTheyAreNow() {
        // Given

        Map<Long, CustomerChanged> now =
                DEMO.customers().stream().collect(toMap(CustomerChanged::customerId, change -> change, later()));

        // When
        var wrong = wrongAnswers(withCustomers(List.copyOf(now.values())));

        // Then
        assertThat(wrong)
                .contains(
                        "revenue_by_nations",
                        "profit_by_region",
                        "orders_by_segment",
                        "orders_of_moved_customers",
                        "lines_by_segment_then_and_now",
                        "members_and_versions");
    }

    @Test
    void showWhenLateChangesAreDropped() {
        // Given
        Map<Long, CustomerChanged> latest = new HashMap<>();
        List<CustomerChanged> taken = new ArrayList<>();
        for (TpchEvent event : EVENTS.delivered(Delivery.LATE_AND_DOUBLED)) {
            if (event instanceof CustomerChanged change
                    && latest.merge(change.customerId(), change, later()).equals(change)) {
                taken.add(change);
            }
        }

        // When
        var wrong = wrongAnswers(withCustomers(taken.stream().distinct().toList()));

        // Then
        assertThat(wrong).contains("orders_by_segment", "lines_by_segment_then_and_now", "members_and_versions");
    }

    @Test
    void showWhenAnOrderAtTheInstantOfAChangeSeesTheOldVersion() {
        // Given
        var shifted = DEMO.customers().stream().map(change -> at(change, 1_000)).toList();

        // When
        var wrong = wrongAnswers(withCustomers(shifted));

        // Then
        assertThat(wrong).contains("orders_by_segment", "profit_by_region");
    }

    @Test
    void showWhenAnOverwrittenValueIsTakenFromTheOrderItArrivedIn() {
        // Given
        Map<Long, PartChanged> lastArrived = new HashMap<>();
        EVENTS.delivered(Delivery.LATE_AND_DOUBLED).forEach(event -> {
            if (event instanceof PartChanged part) {
                lastArrived.put(part.partId(), part);
            }
        });
        var mistaken = DEMO.parts().stream()
                .map(part -> madeBy(
                        part, lastArrived.getOrDefault(part.partId(), part).manufacturer()))
                .toList();

        // When
        var wrong = wrongAnswers(new EventSet(DEMO.customers(), DEMO.suppliers(), mistaken, DEMO.orders()));

        // Then
        assertThat(wrong).containsExactly("revenue_by_brand");
    }

    @Test
    void showWhenDoubledOrdersCountTwice() {
        // Given
        var doubled = new ArrayList<>(DEMO.orders());
        doubled.add(DEMO.orders().getFirst());

        // When
        var wrong = wrongAnswers(new EventSet(DEMO.customers(), DEMO.suppliers(), DEMO.parts(), doubled));

        // Then
        assertThat(wrong).contains("pricing_summary", "orders_by_segment", "orders_with_clerk");
    }

    private static List<String> wrongAnswers(EventSet mistaken) {
        List<Answer> right = TpchAnswers.of(DEMO);
        List<Answer> given = TpchAnswers.of(mistaken);
        return right.stream()
                .filter(answer -> !given.contains(answer))
                .map(Answer::name)
                .toList();
    }

    private static BinaryOperator<CustomerChanged> later() {
        return BinaryOperator.maxBy(EventSet.BY_OCCURRENCE);
    }

    private static EventSet withCustomers(List<CustomerChanged> customers) {
        return new EventSet(customers, DEMO.suppliers(), DEMO.parts(), DEMO.orders());
    }

    private static CustomerChanged at(CustomerChanged change, long laterByNanos) {
        return new CustomerChanged(
                change.customerId(),
                change.change(),
                change.name(),
                change.nation(),
                change.region(),
                change.segment(),
                change.accountBalance(),
                change.phone(),
                change.changedAt().plusNanos(laterByNanos));
    }

    private static PartChanged madeBy(PartChanged part, String manufacturer) {
        return new PartChanged(
                part.partId(),
                part.change(),
                part.name(),
                part.brand(),
                manufacturer,
                part.category(),
                part.size(),
                part.container(),
                part.retailPrice(),
                part.changedAt());
    }
}
