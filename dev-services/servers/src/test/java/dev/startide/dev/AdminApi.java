package dev.startide.dev;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// A broker as it is seen over HTTP.
record AdminApi(String root) {

    private static final int FIRST_ERROR = 400;

    String fetch(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(root + path)).build());
    }

    void create(String topic) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(root + "/admin/v2/" + topic.replace("://", "/")))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /// Publishes one message to an existing topic and returns when the broker has acknowledged it.
    void publish(String topic, String text) throws IOException, InterruptedException {
        String body = """
                {"producerName":"test","messages":[{"payload":"%s"}]}""".formatted(text);
        send(HttpRequest.newBuilder(URI.create(root + "/topics/" + topic.replace("://", "/")))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    String earliestMessage(String topic) throws IOException, InterruptedException {
        return fetch("/admin/v2/" + topic.replace("://", "/")
                + "/examinemessage?initialPosition=earliest&messagePosition=1");
    }

    private static String send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= FIRST_ERROR) {
                throw new IOException(request.uri() + ": " + response.statusCode() + " " + response.body());
            }
            return response.body();
        }
    }
}
