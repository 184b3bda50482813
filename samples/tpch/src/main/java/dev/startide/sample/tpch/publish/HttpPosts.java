package dev.startide.sample.tpch.publish;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Posts events and insists politely: a receiver that is busy is asked again after the time it
/// names.
final class HttpPosts implements AutoCloseable {

    static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);

    /// With the longest pause this is ten minutes; a receiver that is busy for longer is not
    /// going to recover.
    private static final int MAX_ATTEMPTS = 60;

    private static final long DEFAULT_PAUSE_SECONDS = 1;
    private static final long MAX_PAUSE_SECONDS = 10;
    private static final int SHOWN_CHARACTERS = 300;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /// Completes when the receiver has accepted the events.
    CompletableFuture<?> post(HttpRequest request) {
        return attempt(request, 1);
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    private CompletableFuture<HttpResponse<String>> attempt(HttpRequest request, int attempt) {
        return client.sendAsync(request, BodyHandlers.ofString())
                .exceptionallyCompose(problem -> CompletableFuture.failedFuture(unreachable(request, problem)))
                .thenCompose(response -> switch (response.statusCode()) {
                    case 202 -> CompletableFuture.completedFuture(response);
                    case 429, 503 -> again(request, response, attempt);
                    default -> CompletableFuture.failedFuture(refused(request, response));
                });
    }

    private CompletableFuture<HttpResponse<String>> again(
            HttpRequest request, HttpResponse<String> response, int attempt) {
        if (attempt == MAX_ATTEMPTS) {
            return CompletableFuture.failedFuture(new PublishingFailed("%s was still busy (%d) after %d attempts"
                    .formatted(request.uri(), response.statusCode(), MAX_ATTEMPTS)));
        }
        var later = CompletableFuture.delayedExecutor(pauseSeconds(response), SECONDS);
        return CompletableFuture.runAsync(() -> {}, later).thenCompose(_ -> attempt(request, attempt + 1));
    }

    private static long pauseSeconds(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Math.min(Long.parseLong(value), MAX_PAUSE_SECONDS))
                .orElse(DEFAULT_PAUSE_SECONDS);
    }

    private static PublishingFailed refused(HttpRequest request, HttpResponse<String> response) {
        String body = response.body();
        return new PublishingFailed("%s answered %d: %s"
                .formatted(
                        request.uri(),
                        response.statusCode(),
                        body.substring(0, Math.min(body.length(), SHOWN_CHARACTERS))));
    }

    private static PublishingFailed unreachable(HttpRequest request, Throwable problem) {
        Throwable cause =
                problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
        String what = cause instanceof IOException ? "Cannot reach" : "Cannot post to";
        return new PublishingFailed("%s %s (%s)".formatted(what, request.uri(), cause), cause);
    }
}
