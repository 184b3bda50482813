package dev.startide.sample.tpch;

import static dev.startide.sample.tpch.Delivery.IN_ORDER;
import static dev.startide.sample.tpch.Delivery.LATE_AND_DOUBLED;
import static dev.startide.sample.tpch.Delivery.SHUFFLED;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private static final TpchEvents EVENTS = TpchEvents.of(TpchSettings.DEMO);

    @Test
    void bringsEachEventOnceAndInOrder() {
        // When
        var delivered = EVENTS.delivered(IN_ORDER);

        // Then
        assertThat(delivered).doesNotHaveDuplicates().isSortedAccordingTo(EventSet.BY_OCCURRENCE);
    }

    @Test
    void bringsTheSameEventsInEveryWay() {
        // Given
        Set<TpchEvent> expected = Set.copyOf(EVENTS.set().inOrder());

        // When
        var ways = List.of(EVENTS.delivered(IN_ORDER), EVENTS.delivered(LATE_AND_DOUBLED), EVENTS.delivered(SHUFFLED));

        // Then
        assertThat(ways).allSatisfy(way -> assertThat(Set.copyOf(way)).isEqualTo(expected));
    }

    @Test
    void bringsTheSameDeliveryAgain() {
        // When
        var again = TpchEvents.of(TpchSettings.DEMO).delivered(SHUFFLED);

        // Then
        assertThat(again).isEqualTo(EVENTS.delivered(SHUFFLED)).isNotEqualTo(EVENTS.delivered(LATE_AND_DOUBLED));
    }

    @Test
    void doublesAboutOneInTwentyEvents() {
        // When
        int delivered = EVENTS.delivered(LATE_AND_DOUBLED).size();

        // Then
        int once = EVENTS.set().inOrder().size();
        assertThat((delivered - once) / (double) once).isBetween(0.045, 0.055);
    }

    @Test
    void bringsAboutATenthOfTheLaterChangesLongAfterTheyHappened() {
        // When
        var delivered = EVENTS.delivered(LATE_AND_DOUBLED);

        // Then
        Instant newest = Instant.MIN;
        Set<TpchEvent> seen = new HashSet<>();
        int late = 0;
        for (TpchEvent event : delivered) {
            boolean isLate = newest.isAfter(event.occurredAt().plus(Duration.ofDays(200)));
            if (seen.add(event) && isLate && event instanceof CustomerChanged change && change.change() > 0) {
                late++;
            }
            newest = event.occurredAt().isAfter(newest) ? event.occurredAt() : newest;
        }
        long changes = EVENTS.set().customers().stream()
                .filter(change -> change.change() > 0)
                .count();
        assertThat(late / (double) changes).isBetween(0.06, 0.14);
    }

    @Test
    void bringsSomeChangesAfterLaterOnesAndAfterOrdersTheyAffect() {
        // Given
        Map<Long, List<CustomerChanged>> lives =
                EVENTS.set().customers().stream().collect(groupingBy(CustomerChanged::customerId));

        // When
        Map<TpchEvent, Integer> position = firstPositions(EVENTS.delivered(LATE_AND_DOUBLED));

        // Then
        long overtaken = lives.values().stream()
                .filter(life -> isOvertaken(life, position))
                .count();
        long affecting = EVENTS.set().orders().stream()
                .filter(order -> lives.getOrDefault(order.customerId(), List.of()).stream()
                        .anyMatch(change -> change.change() > 0
                                && !change.changedAt().isAfter(order.placedAt())
                                && positionOf(position, change) > positionOf(position, order)))
                .count();
        assertThat(overtaken).isGreaterThan(10);
        assertThat(affecting).isGreaterThan(50);
    }

    @Test
    void bringsSomeOrdersBeforeTheirCustomer() {
        // Given
        Map<Long, List<CustomerChanged>> lives =
                EVENTS.set().customers().stream().collect(groupingBy(CustomerChanged::customerId));

        // When
        Map<TpchEvent, Integer> position = firstPositions(EVENTS.delivered(LATE_AND_DOUBLED));

        // Then
        long early = EVENTS.set().orders().stream()
                .filter(order -> lives.get(order.customerId()).stream()
                        .allMatch(change -> positionOf(position, change) > positionOf(position, order)))
                .count();
        assertThat(early).isGreaterThan(50);
    }

    private static boolean isOvertaken(List<CustomerChanged> life, Map<TpchEvent, Integer> position) {
        for (int change = 1; change < life.size(); change++) {
            if (positionOf(position, life.get(change - 1)) > positionOf(position, life.get(change))) {
                return true;
            }
        }
        return false;
    }

    private static int positionOf(Map<TpchEvent, Integer> positions, TpchEvent event) {
        return positions.get(event);
    }

    private static Map<TpchEvent, Integer> firstPositions(List<TpchEvent> delivered) {
        Map<TpchEvent, Integer> positions = new HashMap<>();
        for (int position = 0; position < delivered.size(); position++) {
            positions.putIfAbsent(delivered.get(position), position);
        }
        return positions;
    }
}
