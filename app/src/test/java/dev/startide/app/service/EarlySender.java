package dev.startide.app.service;

import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.Source;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;

/// A source whose opening sends something to another source, which is opened after it.
@Singleton
@Requires(property = EarlySender.TO)
final class EarlySender implements EventSource {

    static final String TO = "test.early-sender.to";

    private final URI to;
    private String answer = "none yet";

    EarlySender(@Property(name = TO) String to) {
        this.to = URI.create(to);
    }

    /// What came of it: the status, or that nobody listened.
    String answer() {
        return answer;
    }

    @Override
    public String kind() {
        return "early";
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Running start(Source source, IngestEvents ingest) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest post = HttpRequest.newBuilder(to)
                    .header("content-type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"n\":1}"))
                    .build();
            answer = Integer.toString(
                    client.send(post, BodyHandlers.discarding()).statusCode());
        } catch (IOException nobodyListens) {
            answer = "nobody listens";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return new Running() {
            @Override
            public Health health() {
                return new Health.Reading();
            }

            @Override
            public void close() {}
        };
    }
}
