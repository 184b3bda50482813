package dev.startide.sample.tpch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The events of one company history, and the ways in which they can be delivered. Immutable.
///
/// @param settings what decided the events
/// @param set what happened, each event once
public record TpchEvents(TpchSettings settings, EventSet set) {

    /// Generates the events; takes about a second at scale 0.01.
    public static TpchEvents of(TpchSettings settings) {
        List<OrderPlaced> orders = Orders.generate(settings);
        Map<Long, List<Instant>> ordersOfCustomers =
                orders.stream().collect(groupingBy(OrderPlaced::customerId, mapping(OrderPlaced::placedAt, toList())));
        return new TpchEvents(
                settings,
                new EventSet(
                        Customers.generate(settings, ordersOfCustomers),
                        Suppliers.generate(settings),
                        Parts.generate(settings),
                        orders));
    }

    /// The events in the order of their delivery; with some events twice, unless they come in
    /// order.
    public List<TpchEvent> delivered(Delivery delivery) {
        Deliveries deliveries = new Deliveries(settings, set);
        return switch (delivery) {
            case IN_ORDER -> set.inOrder();
            case LATE_AND_DOUBLED -> deliveries.lateAndDoubled();
            case SHUFFLED -> deliveries.shuffled();
        };
    }
}
