package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.Source;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;

/// What all partitions of a source have in common. Safe for use by many threads.
record Feeding(
        Source source,
        PulsarOptions options,
        IngestEvents ingest,
        PulsarClient client,
        PulsarConfig config,
        Clock clock) {

    private static final int MOST_CHARACTERS = 300;

    PartitionReader reader(String partition, PulsarPosition after) throws PulsarClientException {
        return PartitionReader.open(client, partition, after, new MessageEvents(source.format(), clock), config);
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
