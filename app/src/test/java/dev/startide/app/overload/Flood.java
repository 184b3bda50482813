package dev.startide.app.overload;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Sends requests of many events, as fast as they are answered or faster, and notes the answers.
final class Flood implements AutoCloseable {

    private static final int NO_ANSWER = 0;

    private final URI to;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
    private final AtomicInteger requests = new AtomicInteger();

    /// The status of each request by its number; 0 where there was no answer.
    private final Map<Integer, Integer> answers = new ConcurrentSkipListMap<>();

    Flood(URI to) {
        this.to = to;
    }

    /// What one round of requests came to.
    ///
    /// @param first number of its first request
    /// @param taken how much time passed from its first request to the last answer
    record Round(int first, int requests, Duration taken, Map<Integer, Integer> answers) {

        long answered(int status) {
            return answers.values().stream().filter(answer -> answer == status).count();
        }

        /// Accepted events in a second.
        double rate() {
            return answered(202) * (double) Sales.EVENTS / taken.toNanos() * 1_000_000_000;
        }
    }

    Map<Integer, Integer> answers() {
        return Map.copyOf(answers);
    }

    /// Sends each request when one of those before was answered.
    Round inTurn(int number, int together) throws InterruptedException {
        Semaphore places = new Semaphore(together);
        return round(number, () -> {
            places.acquire();
            return places::release;
        });
    }

    /// Sends requests at a rate, whatever becomes of those before.
    ///
    /// @param eventsInASecond the rate
    Round atARate(int number, double eventsInASecond) throws InterruptedException {
        long apart = (long) (Sales.EVENTS / eventsInASecond * 1_000_000_000);
        long began = System.nanoTime();
        AtomicInteger sent = new AtomicInteger();
        return round(number, () -> {
            long due = began + apart * sent.getAndIncrement();
            LockSupport.parkNanos(due - System.nanoTime());
            return () -> {};
        });
    }

    /// Waits until the next request may be sent.
    private interface Gate {

        /// @return to be run when the request was answered
        Runnable pass() throws InterruptedException;
    }

    private Round round(int number, Gate gate) throws InterruptedException {
        int first = requests.get();
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        long began = System.nanoTime();
        for (int each = 0; each < number; each++) {
            Runnable answered = gate.pass();
            sent.add(send(requests.getAndIncrement()).thenRun(answered));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        Duration taken = Duration.ofNanos(System.nanoTime() - began);
        Map<Integer, Integer> mine = new ConcurrentSkipListMap<>(answers);
        mine.keySet().removeIf(request -> request < first);
        return new Round(first, number, taken, mine);
    }

    private CompletableFuture<Void> send(int request) {
        HttpRequest post = HttpRequest.newBuilder(to)
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(Sales.of(request)))
                .build();
        return client.sendAsync(post, BodyHandlers.discarding())
                .handle((answer, broken) -> broken == null ? answer : null)
                .thenAccept(answer -> answers.put(request, statusOf(answer)));
    }

    private static int statusOf(@Nullable HttpResponse<Void> answer) {
        return answer == null ? NO_ANSWER : answer.statusCode();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
