package dev.startide.sample.tpch.publish;

import dev.startide.sample.tpch.SupplierChanged;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/// Suppliers over HTTP, each as one CloudEvent in binary mode.
final class SupplierPosts {

    private final TpchTargets targets;
    private final HttpPosts posts;
    private final InFlight inFlight;

    SupplierPosts(TpchTargets targets, HttpPosts posts, InFlight inFlight) {
        this.targets = targets;
        this.posts = posts;
        this.inFlight = inFlight;
    }

    void send(SupplierChanged supplier) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(targets.events("suppliers"))
                .timeout(HttpPosts.REQUEST_TIMEOUT)
                .header("ce-specversion", "1.0")
                .header("ce-id", supplier.id())
                .header("ce-source", "/tpch/suppliers")
                .header("ce-type", "supplier_changed")
                .header("ce-time", supplier.changedAt().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(EventJson.encode(supplier)))
                .build();
        inFlight.send(1, () -> posts.post(request));
    }
}
