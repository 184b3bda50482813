package dev.startide.adapter.outbound.pulsar;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.QuarantineNotices;
import dev.startide.domain.quarantine.QuarantineNotice;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.jspecify.annotations.Nullable;

/// Sends notices to a topic, as JSON, with the source and the place of the event as the key. Used
/// by one thread.
@Singleton
@Requires(property = "startide.quarantine.notices.topic")
final class PulsarNotices implements QuarantineNotices {

    private final NoticesConfig config;
    private final BrokerAddress broker;
    private @Nullable PulsarClient client;
    private @Nullable Producer<byte[]> producer;

    PulsarNotices(NoticesConfig config, BrokerAddress broker) {
        this.config = config;
        this.broker = broker;
    }

    @Override
    public void send(List<QuarantineNotice> notices) {
        try {
            Producer<byte[]> open = open();
            List<CompletableFuture<?>> sent = new ArrayList<>();
            for (QuarantineNotice notice : notices) {
                sent.add(open.newMessage()
                        .key(NoticeText.key(notice))
                        .property("reason", notice.event().rejection().reason().name())
                        .value(NoticeText.json(notice))
                        .sendAsync());
            }
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                    .get(config.sendTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (PulsarClientException | ExecutionException | TimeoutException failure) {
            close();
            throw unavailable(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unavailable(interrupted);
        }
    }

    private Producer<byte[]> open() throws PulsarClientException {
        Producer<byte[]> open = producer;
        if (open == null) {
            PulsarClient connected = broker.connect(config.sendTimeout());
            client = connected;
            open = connected
                    .newProducer()
                    .topic(config.topic())
                    .blockIfQueueFull(true)
                    .sendTimeout(Math.toIntExact(config.sendTimeout().toMillis()), TimeUnit.MILLISECONDS)
                    .create();
            producer = open;
        }
        return open;
    }

    /// What is closed is opened again at the next notice.
    @PreDestroy
    void close() {
        PulsarClient open = client;
        client = null;
        producer = null;
        if (open != null) {
            var _ = open.closeAsync();
        }
    }

    private StartideException unavailable(Exception failure) {
        return StartideException.because(
                FailureCode.SOURCE_UNAVAILABLE,
                "Notices of quarantined events cannot be sent to %s; check the broker and startide.quarantine.notices"
                        .formatted(config.topic()),
                failure);
    }
}
