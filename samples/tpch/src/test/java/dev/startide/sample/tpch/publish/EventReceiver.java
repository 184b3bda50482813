package dev.startide.sample.tpch.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Takes customers and suppliers over HTTP, and is busy now and then.
final class EventReceiver implements AutoCloseable {

    private static final int BUSY_EVERY = 5;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    /// The data of the events by their ids, and how many arrivals there were.
    final Map<String, JsonNode> events = new ConcurrentHashMap<>();

    final AtomicInteger arrivals = new AtomicInteger();

    EventReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/events/customers", exchange -> take(exchange, this::batch));
        server.createContext("/events/suppliers", exchange -> take(exchange, this::single));
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:%d/".formatted(server.getAddress().getPort()));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void batch(HttpExchange exchange) throws IOException {
        for (JsonNode event : json.readTree(exchange.getRequestBody())) {
            events.put(event.get("id").asText(), event.get("data"));
            arrivals.incrementAndGet();
        }
    }

    private void single(HttpExchange exchange) throws IOException {
        events.put(exchange.getRequestHeaders().getFirst("ce-id"), json.readTree(exchange.getRequestBody()));
        arrivals.incrementAndGet();
    }

    private void take(HttpExchange exchange, Taking taking) throws IOException {
        boolean isBusy = requests.incrementAndGet() % BUSY_EVERY == 0;
        if (isBusy) {
            exchange.getResponseHeaders().add("Retry-After", "0");
        } else {
            taking.take(exchange);
        }
        exchange.sendResponseHeaders(isBusy ? 503 : 202, -1);
        exchange.close();
    }

    private interface Taking {
        void take(HttpExchange exchange) throws IOException;
    }
}
