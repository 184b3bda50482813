package dev.startide.domain.service;

import static dev.startide.domain.testkit.TypedEventBuilder.anEventOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.testkit.Permutations;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.bank.Renaming;
import dev.startide.domain.testkit.oracle.ActualWarehouse;
import dev.startide.domain.testkit.oracle.ReferenceFold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Customers change their keys, and whatever is told of them arrives in every order, each event
/// also twice: in all of these the warehouse holds what the reference says.
class RenamePermutationsTest {

    private static final String MONDAY = "2026-03-16T12:00:00Z";
    private static final String TUESDAY = "2026-03-17T12:00:00Z";
    private static final String WEDNESDAY = "2026-03-18T12:00:00Z";
    private static final String THURSDAY = "2026-03-19T12:00:00Z";

    private static Map<String, List<TypedEventBuilder>> scenarios() {
        Map<String, List<TypedEventBuilder>> scenarios = new LinkedHashMap<>();
        scenarios.put(
                "both keys are known before the rename",
                List.of(
                        told("b", MONDAY).with("tier", "x"),
                        told("a", TUESDAY).with("tier", "y").with("former_id", "b"),
                        paid("p-1", "b", MONDAY),
                        paid("p-2", "a", WEDNESDAY),
                        account("b", TUESDAY)));
        scenarios.put(
                "the rename is the first that is heard",
                List.of(
                        told("b", TUESDAY).with("former_id", "a"),
                        told("a", MONDAY).with("tier", "x"),
                        paid("p-1", "a", THURSDAY),
                        paid("p-2", "b", MONDAY),
                        left("b", WEDNESDAY)));
        scenarios.put(
                "a chain",
                List.of(
                        told("b", TUESDAY).with("former_id", "a"),
                        told("c", WEDNESDAY).with("former_id", "b"),
                        told("a", MONDAY).with("tier", "x"),
                        paid("p-1", "c", MONDAY),
                        account("a", WEDNESDAY)));
        scenarios.put(
                "there and back",
                List.of(
                        told("b", TUESDAY).with("former_id", "a").with("tier", "x"),
                        told("a", WEDNESDAY).with("former_id", "b").with("tier", "y"),
                        paid("p-1", "a", TUESDAY),
                        paid("p-2", "b", WEDNESDAY)));
        scenarios.put(
                "two at one instant",
                List.of(
                        told("b", TUESDAY).with("former_id", "a").inSequence(1),
                        told("a", TUESDAY).with("former_id", "b").inSequence(2),
                        told("c", TUESDAY).with("former_id", "a").with("phone", "1"),
                        paid("p-1", "c", TUESDAY),
                        left("a", TUESDAY)));
        scenarios.put(
                "two individuals turn out to be one",
                List.of(
                        told("b", MONDAY).with("former_id", "a"),
                        told("d", MONDAY).with("former_id", "c").with("tier", "x"),
                        told("c", THURSDAY).with("former_id", "b"),
                        paid("p-1", "d", TUESDAY),
                        paid("p-2", "a", WEDNESDAY)));
        return scenarios;
    }

    @TestFactory
    Stream<DynamicTest> everyOrderAndEveryDoubling() {
        return scenarios().entrySet().stream()
                .map(scenario -> dynamicTest(scenario.getKey(), () -> check(scenario.getValue())));
    }

    private static void check(List<TypedEventBuilder> said) {
        List<TypedEvent> events = said.stream().map(TypedEventBuilder::build).toList();
        var expected = ReferenceFold.of(Renaming.MODEL).fold(events);
        for (List<TypedEventBuilder> order : Permutations.of(said)) {
            for (int doubled = 0; doubled <= order.size(); doubled++) {
                List<TypedEventBuilder> arrival = new ArrayList<>(order);
                if (doubled < order.size()) {
                    arrival.add(order.get(doubled));
                }
                for (int batch : new int[] {1, 2}) {
                    LoadRun run = new LoadRun(Renaming.LAYOUT, batch, 3);
                    run.log(
                            "lane",
                            arrival.stream().map(TypedEventBuilder::build).toList());
                    run.drain();
                    assertThat(expected.differences(ActualWarehouse.of(run.warehouse(), Renaming.LAYOUT)))
                            .as("%s in batches of %d", arrival, batch)
                            .isEmpty();
                }
            }
        }
    }

    private static TypedEventBuilder told(String customer, String at) {
        return anEventOf(Renaming.MODEL, "customer_told")
                .with("customer_id", customer)
                .at(at);
    }

    private static TypedEventBuilder left(String customer, String at) {
        return anEventOf(Renaming.MODEL, "customer_left")
                .with("customer_id", customer)
                .at(at);
    }

    private static TypedEventBuilder account(String customer, String at) {
        return anEventOf(Renaming.MODEL, "account_told")
                .with("account_id", "k-1")
                .with("customer_id", customer)
                .with("referrer_id", customer)
                .at(at);
    }

    private static TypedEventBuilder paid(String payment, String customer, String at) {
        return anEventOf(Renaming.MODEL, "payment_made")
                .with("payment_id", payment)
                .with("paid_at", Instant.parse(at))
                .with("customer_id", customer)
                .with("account_id", "k-1")
                .at(at);
    }
}
