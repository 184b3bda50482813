package dev.startide.sample.tpch.publish;

import dev.startide.sample.tpch.CustomerChanged;
import dev.startide.sample.tpch.OrderPlaced;
import dev.startide.sample.tpch.PartChanged;
import dev.startide.sample.tpch.SupplierChanged;
import dev.startide.sample.tpch.TpchEvent;
import java.util.List;

/// Publishes events over their three ways: Pulsar with Avro, Pulsar with JSON, HTTP with
/// CloudEvents.
///
/// **Idempotent.** The same events go out again with the same bytes and identities. **Durable.**
/// When it returns, every event was acknowledged by its receiver. **Bounded.** Only so many sends
/// are in flight.
///
/// The ways do not wait for each other, so the events arrive roughly, not exactly, in the order
/// given.
public final class TpchPublisher {

    private static final int MAX_MESSAGES_IN_FLIGHT = 1_000;
    private static final int MAX_REQUESTS_IN_FLIGHT = 8;

    private final TpchTargets targets;

    public TpchPublisher(TpchTargets targets) {
        this.targets = targets;
    }

    /// Creates the topics where they are missing, then sends the events.
    ///
    /// @param progress counts along; can be read by other threads meanwhile
    /// @throws PublishingFailed at the first failure; what was sent before stays sent
    public void publish(List<TpchEvent> events, Progress progress) throws InterruptedException {
        TpchTopics.create(targets);
        InFlight messages = new InFlight(MAX_MESSAGES_IN_FLIGHT, progress);
        InFlight requests = new InFlight(MAX_REQUESTS_IN_FLIGHT, progress);
        try (HttpPosts posts = new HttpPosts();
                PulsarProducers pulsar = PulsarProducers.connect(targets, messages)) {
            CustomerBatches customers = new CustomerBatches(targets, posts, requests);
            SupplierPosts suppliers = new SupplierPosts(targets, posts, requests);
            for (TpchEvent event : events) {
                switch (event) {
                    case CustomerChanged customer -> customers.send(customer);
                    case SupplierChanged supplier -> suppliers.send(supplier);
                    case PartChanged part -> pulsar.send(part);
                    case OrderPlaced order -> pulsar.send(order);
                }
            }
            customers.flush();
            requests.awaitAll();
            messages.awaitAll();
        }
    }
}
