package dev.startide.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.crash.Orchard.Way;
import dev.startide.app.instance.Instance;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Events of which some are posted, in one request.
///
/// @param others those that come on a topic
record Posting(String body, List<Orchard.Event> others) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    static Posting of(List<Orchard.Event> events) {
        return new Posting(
                events.stream()
                        .filter(event -> event.way() == Way.POSTED)
                        .map(Posting::cloudEvent)
                        .collect(Collectors.joining(",", "[", "]")),
                events.stream().filter(event -> event.way() == Way.ON_A_TOPIC).toList());
    }

    /// Sends the request.
    ///
    /// @return whether it was answered that the events are safe
    boolean isTakenBy(Instance instance) throws InterruptedException {
        if (body.equals("[]")) {
            return true;
        }
        HttpRequest request = HttpRequest.newBuilder(instance.address("/events/farm"))
                .timeout(PATIENCE)
                .header("content-type", "application/cloudevents-batch+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status =
                    CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            assertThat(status).as("senders take 4xx for final").matches(code -> code < 400 || code >= 429);
            return status == 202;
        } catch (IOException unanswered) {
            return false;
        }
    }

    private static String cloudEvent(Orchard.Event event) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"/farm\",\"type\":\"%s\",\"data\":%s}"
                .formatted(event.id(), event.type(), event.data());
    }
}
