package dev.startide.sample.tpch.publish;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Creates the topics through Pulsar's REST API. Idempotent: topics that exist stay as they are.
public final class TpchTopics {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private TpchTopics() {}

    /// Makes sure that the partitioned topic of the orders and the plain topic of the parts
    /// exist. To be called before anybody subscribes, because a subscription would create the
    /// order topic without partitions.
    ///
    /// @throws PublishingFailed when Pulsar cannot be reached or refuses
    public static void create(TpchTargets targets) throws InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            URI partitions = targets.admin(targets.ordersTopic(), "/partitions");
            put(client, partitions, BodyPublishers.ofString(Integer.toString(TpchTargets.PARTITIONS)));
            requirePartitions(client, partitions, targets);
            put(client, targets.admin(targets.partsTopic(), ""), BodyPublishers.noBody());
        }
    }

    private static void put(HttpClient client, URI address, BodyPublisher body) throws InterruptedException {
        HttpResponse<String> response = send(
                client,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .PUT(body));
        boolean existed = response.statusCode() == 409;
        if (response.statusCode() / 100 != 2 && !existed) {
            throw refused(address, response);
        }
    }

    private static void requirePartitions(HttpClient client, URI address, TpchTargets targets)
            throws InterruptedException {
        HttpResponse<String> response =
                send(client, HttpRequest.newBuilder(address).GET());
        if (response.statusCode() != 200) {
            throw refused(address, response);
        }
        if (!response.body().matches("(?s).*\"partitions\"\\s*:\\s*[1-9].*")) {
            throw new PublishingFailed("%s exists without partitions. Delete it or choose another topic prefix"
                    .formatted(targets.ordersTopic()));
        }
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
            throws InterruptedException {
        HttpRequest built = request.timeout(TIMEOUT).build();
        try {
            return client.send(built, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new PublishingFailed("Cannot reach Pulsar's REST API at %s (%s)".formatted(built.uri(), e), e);
        }
    }

    private static PublishingFailed refused(URI address, HttpResponse<String> response) {
        return new PublishingFailed("%s answered %d: %s".formatted(address, response.statusCode(), response.body()));
    }
}
