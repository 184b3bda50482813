package dev.startide.adapter.inbound.pulsar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.adapter.inbound.testing.Eventually;
import dev.startide.domain.port.inbound.EventSource.Health;
import dev.startide.domain.testkit.memory.RecordingIngest;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.pulsar.client.api.Consumer;
import org.apache.pulsar.client.api.ConsumerBuilder;
import org.apache.pulsar.client.api.ConsumerEventListener;
import org.apache.pulsar.client.api.PulsarClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartitionFeedTest {

    private static final String TOPIC = "persistent://public/default/any";

    private final StopSignal stop = new StopSignal();
    private final AtomicInteger subscriptions = new AtomicInteger();

    @AfterEach
    void stop() {
        stop.raise();
    }

    @Test
    void triesAgainAfterWhatNobodyForesaw() {
        // Given
        PartitionFeed feed = feed(() -> {
            throw new IllegalStateException("made to fail");
        });

        // When
        Thread.ofPlatform().start(feed);

        // Then
        Eventually.until("it tried thrice", () -> subscriptions.get() >= 3);
        assertThat(feed.health()).isInstanceOf(Health.Waiting.class);
    }

    @Test
    void saysThatItStoppedAfterAnError() throws InterruptedException {
        // Given
        PartitionFeed feed = feed(() -> {
            throw new StackOverflowError("made to fail");
        });

        // When
        Thread.ofPlatform().start(feed).join();

        // Then
        assertThat(feed.health()).isInstanceOf(Health.Stopped.class);
    }

    @Test
    void restsWhileTheBrokerIsAwayThoughTheTurnIsItsOwn() {
        // Given
        PartitionFeed feed = feed(PartitionFeedTest::subscriptionThatLostItsBroker);

        // When
        Thread thread = Thread.ofPlatform().start(feed);

        // Then
        Eventually.until("it says that it waits", () -> feed.health() instanceof Health.Waiting);
        Eventually.until("it rests", () -> thread.getState() == Thread.State.TIMED_WAITING);
    }

    private PartitionFeed feed(Supplier<Object> subscription) {
        PulsarClient client = proxy(PulsarClient.class, (_, _) -> {
            subscriptions.incrementAndGet();
            return subscription.get();
        });
        Source source = PulsarBench.source(TOPIC, PayloadFormat.JSON);
        PulsarConfig config = PulsarBench.config("pulsar://127.0.0.1:1", 10);
        var feeding = new Feeding(
                source, PulsarOptions.of(source), new RecordingIngest(source), client, config, Clock.systemUTC());
        return new PartitionFeed(feeding, TOPIC, stop);
    }

    /// Gets the turn when it subscribes, and has no connection ever after.
    private static Object subscriptionThatLostItsBroker() {
        Consumer<?> consumer = proxy(Consumer.class, (method, _) -> method.equals("isConnected") ? false : null);
        ConsumerBuilder<?>[] builder = new ConsumerBuilder<?>[1];
        builder[0] = proxy(ConsumerBuilder.class, (method, arguments) -> {
            if (method.equals("consumerEventListener")) {
                ((ConsumerEventListener) arguments[0]).becameActive(consumer, 0);
            }
            return method.equals("subscribe") ? consumer : builder[0];
        });
        return builder[0];
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
