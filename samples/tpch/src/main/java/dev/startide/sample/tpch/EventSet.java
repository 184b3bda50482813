package dev.startide.sample.tpch;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What happened in the company, each event once. This, not the way of delivery, decides what is
/// true.
public record EventSet(
        List<CustomerChanged> customers,
        List<SupplierChanged> suppliers,
        List<PartChanged> parts,
        List<OrderPlaced> orders) {

    /// The total order of events: when they happened and, at equal instants, their identity.
    public static final Comparator<TpchEvent> BY_OCCURRENCE =
            comparing(TpchEvent::occurredAt).thenComparing(TpchEvent::id);

    public EventSet {
        customers = List.copyOf(customers);
        suppliers = List.copyOf(suppliers);
        parts = List.copyOf(parts);
        orders = List.copyOf(orders);
    }

    /// All events in the order in which they happened.
    public List<TpchEvent> inOrder() {
        return Stream.of(customers, suppliers, parts, orders)
                .flatMap(List<? extends TpchEvent>::stream)
                .map(TpchEvent.class::cast)
                .sorted(BY_OCCURRENCE)
                .toList();
    }
}
