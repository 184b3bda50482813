package dev.startide.sample.tpch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TpchEventsTest {

    private static final EventSet DEMO = TpchEvents.of(TpchSettings.DEMO).set();

    @Test
    void tellsTheSameHistoryForTheSameSettings() {
        // When
        var again = TpchEvents.of(TpchSettings.DEMO).set();

        // Then
        assertThat(again).isEqualTo(DEMO);
    }

    @Test
    void tellsAnotherHistoryForAnotherSeed() {
        // When
        var other = TpchEvents.of(TpchSettings.DEMO.withSeed(2)).set();

        // Then
        assertThat(other.customers()).isNotEqualTo(DEMO.customers());
    }

    @Test
    void hasTheSizeOfTpch() {
        // When
        long lines =
                DEMO.orders().stream().mapToLong(order -> order.lines().size()).sum();

        // Then
        assertThat(DEMO.orders()).hasSize(15_000);
        assertThat(lines).isEqualTo(60_175);
    }

    @Test
    void namesOnlyMembersThatAreRegistered() {
        // Given
        Set<Long> customers = membersOf(DEMO.customers());
        Set<Long> suppliers = membersOf(DEMO.suppliers());
        Set<Long> parts = membersOf(DEMO.parts());

        // When
        var orders = DEMO.orders();

        // Then
        assertThat(orders).allSatisfy(order -> {
            assertThat(customers).contains(order.customerId());
            assertThat(suppliers)
                    .containsAll(
                            order.lines().stream().map(OrderLine::supplierId).toList());
            assertThat(parts)
                    .containsAll(order.lines().stream().map(OrderLine::partId).toList());
        });
    }

    @Test
    void givesEachEventAnIdentityOfItsOwn() {
        // When
        var events = DEMO.inOrder();

        // Then
        assertThat(events).extracting(TpchEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void registersCustomersBeforeTheirFirstOrder() {
        // When
        var registrations = DEMO.customers().stream().filter(customer -> customer.change() == 0);

        // Then
        assertThat(registrations).allMatch(customer -> customer.changedAt().isBefore(Lives.FIRST_ORDERS));
    }

    @Test
    void changesAboutAFifthOfTheCustomersLater() {
        // When
        var lives = livesOf(DEMO.customers());

        // Then
        long changing = lives.stream().filter(life -> life.size() > 1).count();
        assertThat(changing / (double) lives.size()).isBetween(0.17, 0.23);
        assertThat(lives).allMatch(life -> life.size() <= 5);
    }

    @Test
    void neverChangesAMemberTwiceAtOneInstant() {
        // When
        var lives = livesOf(DEMO.customers());

        // Then
        assertThat(lives)
                .allSatisfy(life ->
                        assertThat(life).extracting(CustomerChanged::changedAt).doesNotHaveDuplicates());
    }

    @Test
    void returnsSomeCustomersToWhatTheyWere() {
        // When
        long returns = livesOf(DEMO.customers()).stream()
                .filter(life -> life.size() > 2)
                .filter(life -> stateOf(life.getFirst()).equals(stateOf(life.get(2)))
                        && !stateOf(life.getFirst()).equals(stateOf(life.get(1))))
                .count();

        // Then
        assertThat(returns).isGreaterThan(5);
    }

    @Test
    void restatesSomeCustomers() {
        // When
        long restated = livesOf(DEMO.customers()).stream()
                .filter(life -> life.size() > 1)
                .filter(life -> stateOf(life.getFirst()).equals(stateOf(life.get(1))))
                .count();

        // Then
        assertThat(restated).isGreaterThan(5);
    }

    @Test
    void changesSomeCustomersAtTheInstantOfAnOrder() {
        // Given
        Set<List<Object>> orders = DEMO.orders().stream()
                .map(order -> List.<Object>of(order.customerId(), order.placedAt()))
                .collect(toSet());

        // When
        long atAnOrder = DEMO.customers().stream()
                .filter(customer -> orders.contains(List.<Object>of(customer.customerId(), customer.changedAt())))
                .count();

        // Then
        assertThat(atAnOrder).isGreaterThan(20);
    }

    @Test
    void refusesAScaleThatWouldNotFitIntoMemory() {
        // When
        var refusal = assertThatThrownBy(() -> TpchSettings.DEMO.withScale(30));

        // Then
        refusal.hasMessageContaining("30").hasMessageContaining("at most 1.0");
    }

    private static <C extends TpchEvent.MemberChanged> Set<Long> membersOf(List<C> changes) {
        return changes.stream().map(TpchEvent.MemberChanged::memberId).collect(toSet());
    }

    private static Collection<List<CustomerChanged>> livesOf(List<CustomerChanged> changes) {
        return changes.stream().collect(groupingBy(CustomerChanged::customerId)).values();
    }

    private static List<Object> stateOf(CustomerChanged customer) {
        return List.of(
                customer.nation(), customer.region(), customer.segment(), customer.phone(), customer.accountBalance());
    }
}
