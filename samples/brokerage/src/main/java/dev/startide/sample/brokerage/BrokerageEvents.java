package dev.startide.sample.brokerage;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The events of one company history, and the ways in which they can be delivered. Immutable.
///
/// @param settings what decided the events
/// @param inOrder what happened, each event once; this, not the way of delivery, decides what is
///     true
public record BrokerageEvents(BrokerageSettings settings, List<BrokerageEvent> inOrder) {

    private static final Comparator<BrokerageEvent> BY_OCCURRENCE = comparing(BrokerageEvent::occurredAt)
            .thenComparingInt(BrokerageEvent::changeNo)
            .thenComparing(BrokerageEvent::id);

    public BrokerageEvents {
        inOrder = inOrder.stream().sorted(BY_OCCURRENCE).toList();
    }

    /// Generates the events of a company; takes well under a second for a small one.
    public static BrokerageEvents of(BrokerageSettings settings) {
        long seed = settings.seed();
        List<BrokerageEvent> clients = Clients.generate(settings);
        List<BrokerageEvent> exchange = Securities.generate(seed);
        return new BrokerageEvents(
                settings,
                Stream.of(
                                Brokers.generate(seed),
                                clients,
                                exchange,
                                Prices.generate(seed),
                                Trades.generate(seed, clients),
                                Cash.generate(seed, clients),
                                Watches.generate(settings))
                        .flatMap(List::stream)
                        .toList());
    }

    /// The events in the order of their delivery; some of them twice, unless they come in order.
    public List<BrokerageEvent> delivered(Delivery delivery) {
        Deliveries deliveries = new Deliveries(settings, inOrder);
        return switch (delivery) {
            case IN_ORDER -> inOrder;
            case LATE_AND_DOUBLED -> deliveries.lateAndDoubled();
            case SHUFFLED -> deliveries.shuffled();
        };
    }
}
