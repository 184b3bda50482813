package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.Source;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.pulsar.client.api.BatchReceivePolicy;
import org.apache.pulsar.client.api.ConsumerBuilder;
import org.apache.pulsar.client.api.ConsumerCryptoFailureAction;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.Schema;
import org.apache.pulsar.client.api.SubscriptionInitialPosition;
import org.apache.pulsar.client.api.SubscriptionMode;
import org.apache.pulsar.client.api.SubscriptionType;

/// What all partitions of a source have in common. Safe for use by many threads.
record Feeding(
        Source source,
        PulsarOptions options,
        IngestEvents ingest,
        PulsarClient client,
        PulsarConfig config,
        Clock clock) {

    private static final int MOST_CHARACTERS = 300;

    /// Chunked messages of a partition that may be open at once; the client gives up the oldest of
    /// more.
    private static final int MOST_OPEN_CHUNKED = 100;

    /// Longer than any batch takes to be logged. After a failure chunks are read anew anyway.
    private static final int CHUNKS_MINUTES = 10;

    /// As the client's own readers have it: nothing is received in batches of the client.
    private static final BatchReceivePolicy ONE_BY_ONE = BatchReceivePolicy.builder()
            .timeout(0, TimeUnit.MILLISECONDS)
            .maxNumMessages(1)
            .build();

    /// Starts to read a partition after a position.
    PartitionReader reader(String partition, PulsarPosition after) throws PulsarClientException {
        var schemas = new WriterSchemas(version -> lookup().schema(partition, version));
        var events = new MessageEvents(new MessagePayloads(source.format(), schemas), clock);
        return PartitionReader.open(reading(partition).subscribe(), after, events, config);
    }

    /// A subscription of its own that nobody keeps, with nothing asked for yet.
    ///
    /// Its queue is as long as messages are small. A message that cannot be decrypted is handed out
    /// as it is, where the client would else pass over it. Chunks are waited for, because a message
    /// that is given up is lost.
    private ConsumerBuilder<byte[]> reading(String partition) {
        ConsumerBuilder<byte[]> reading = client.newConsumer(Schema.BYTES)
                .topic(partition)
                .subscriptionName("%s-reader-%s".formatted(options.subscription(), UUID.randomUUID()))
                .subscriptionMode(SubscriptionMode.NonDurable)
                .subscriptionType(SubscriptionType.Exclusive)
                .subscriptionInitialPosition(SubscriptionInitialPosition.Earliest)
                .startMessageIdInclusive()
                .startPaused(true)
                .receiverQueueSize(config.receiverQueueSize())
                .autoScaledReceiverQueueSizeEnabled(true)
                .batchReceivePolicy(ONE_BY_ONE)
                .maxPendingChunkedMessage(MOST_OPEN_CHUNKED)
                .expireTimeOfIncompleteChunkedMessage(CHUNKS_MINUTES, TimeUnit.MINUTES)
                .cryptoFailureAction(ConsumerCryptoFailureAction.CONSUME);
        String keys = config.decryptionKeys();
        return keys == null ? reading : reading.cryptoKeyReader(new KeyFolder(keys));
    }

    PulsarLookup lookup() {
        return new PulsarLookup(client, config.operationTimeout().multipliedBy(2));
    }

    Backoff newBackoff() {
        return new Backoff(config.retryMaxWait(), ThreadLocalRandom.current());
    }

    /// Says what Pulsar's client complains about, and what to check.
    StartideException unavailable(String topic, Exception complaint) {
        return unavailable(topic, config, complaint);
    }

    static StartideException unavailable(String topic, PulsarConfig config, Exception complaint) {
        String message = String.valueOf(complaint.getMessage()).strip();
        String brief = message.length() <= MOST_CHARACTERS ? message : message.substring(0, MOST_CHARACTERS) + "…";
        return StartideException.because(
                FailureCode.SOURCE_UNAVAILABLE,
                "Topic %s cannot be read from Pulsar at %s; check startide.pulsar.service-url, that the broker runs, and that the topic exists and may be read: %s"
                        .formatted(topic, config.serviceUrl(), brief),
                complaint);
    }
}
