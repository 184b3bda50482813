package dev.startide.sample.brokerage;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrokerageEventsTest {

    private static final BrokerageEvents SMALL = BrokerageEvents.of(BrokerageSettings.SMALL);

    @Test
    void tellOfEverything() {
        // When
        Set<Kind> kinds = SMALL.inOrder().stream().map(BrokerageEvent::kind).collect(toSet());

        // Then
        assertThat(kinds).isEqualTo(EnumSet.allOf(Kind.class));
    }

    @Test
    void areTheSameForTheSameSettings() {
        // When
        BrokerageEvents again = BrokerageEvents.of(BrokerageSettings.SMALL);

        // Then
        assertThat(again).isEqualTo(SMALL);
        assertThat(BrokerageEvents.of(BrokerageSettings.SMALL.withSeed(2))).isNotEqualTo(SMALL);
    }

    @ParameterizedTest
    @EnumSource(Delivery.class)
    void tellTheSameHoweverTheyAreDelivered(Delivery delivery) {
        // When
        List<BrokerageEvent> delivered = SMALL.delivered(delivery);

        // Then
        assertThat(new HashSet<>(delivered)).isEqualTo(new HashSet<>(SMALL.inOrder()));
    }

    @Test
    void comeLateAndTwiceWhereTheyAreSaidTo() {
        // When
        List<BrokerageEvent> delivered = SMALL.delivered(Delivery.LATE_AND_DOUBLED);

        // Then
        assertThat(delivered).hasSizeGreaterThan(SMALL.inOrder().size() * 103 / 100);
        assertThat(places(delivered, late -> late.kind() == Kind.TRADE_COMPLETED))
                .isNotEqualTo(places(SMALL.inOrder(), late -> late.kind() == Kind.TRADE_COMPLETED));
    }

    @Test
    void sayOnlyWhatChanged() {
        // When
        List<BrokerageEvent> updates = SMALL.inOrder().stream()
                .filter(event -> event.kind() == Kind.CUSTOMER_CHANGED && event.changeNo() > 0)
                .toList();

        // Then
        assertThat(updates).isNotEmpty().allMatch(event -> event.said().size() < 6);
        assertThat(updates).anyMatch(event -> event.said().containsKey("email") && event.field("email") == null);
    }

    @Test
    void haveAnIdentityOfTheirOwn() {
        // When
        List<String> ids = SMALL.inOrder().stream().map(BrokerageEvent::id).toList();

        // Then
        assertThat(ids).doesNotHaveDuplicates();
    }

    private static List<String> places(List<BrokerageEvent> events, Predicate<BrokerageEvent> wanted) {
        return events.stream().filter(wanted).map(BrokerageEvent::id).toList();
    }
}
