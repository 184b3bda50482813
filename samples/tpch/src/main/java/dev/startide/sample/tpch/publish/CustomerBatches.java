package dev.startide.sample.tpch.publish;

import dev.startide.sample.tpch.CustomerChanged;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/// Customers over HTTP, several CloudEvents in one request.
final class CustomerBatches {

    /// Large enough to make requests few, small enough to interleave with the orders.
    private static final int BATCH = 50;

    private final TpchTargets targets;
    private final HttpPosts posts;
    private final InFlight inFlight;
    private final List<CustomerChanged> waiting = new ArrayList<>();

    CustomerBatches(TpchTargets targets, HttpPosts posts, InFlight inFlight) {
        this.targets = targets;
        this.posts = posts;
        this.inFlight = inFlight;
    }

    void send(CustomerChanged customer) throws InterruptedException {
        waiting.add(customer);
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    void flush() throws InterruptedException {
        if (waiting.isEmpty()) {
            return;
        }
        byte[] body = EventJson.encodeBatch(waiting, "/tpch/customers", "customer_changed");
        HttpRequest request = HttpRequest.newBuilder(targets.events("customers"))
                .timeout(HttpPosts.REQUEST_TIMEOUT)
                .header("Content-Type", "application/cloudevents-batch+json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        inFlight.send(waiting.size(), () -> posts.post(request));
        waiting.clear();
    }
}
