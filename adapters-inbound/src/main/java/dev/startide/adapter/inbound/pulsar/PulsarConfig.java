package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.event.IngestBatch;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How Pulsar is reached and read.
///
/// @param serviceUrl where the broker or its proxy listens; `pulsar+ssl://` for TLS, in which case
///     the certificate must name the host
/// @param authToken the JWT to log in with, if the broker wants one
/// @param authTokenFile a file that holds the JWT, read anew at each login; instead of `auth-token`
/// @param tlsTrustCerts a PEM file with the authorities to trust, instead of those of the JVM
/// @param operationTimeout how long to wait for the broker's answer before it counts as away
/// @param receiverQueueSize most messages of a partition that wait in memory to be logged; counted
///     in messages however large they are, so lower it where they are large
/// @param batchMaxEvents most messages of a partition in one transaction
/// @param batchMaxBytes how many payload bytes close a batch
/// @param batchMaxWait how long a batch waits for more messages once it has one
/// @param partitionsInterval how often to look for partitions that were added to a topic
/// @param retryMaxWait longest pause between attempts after a failure; pauses grow from a twentieth
///     of a second and are spread at random
@ConfigurationProperties("startide.pulsar")
public record PulsarConfig(
        @Bindable(defaultValue = "pulsar://localhost:6650") String serviceUrl,
        @Nullable String authToken,
        @Nullable String authTokenFile,
        @Nullable String tlsTrustCerts,
        @Bindable(defaultValue = "10s") Duration operationTimeout,
        @Bindable(defaultValue = "200") int receiverQueueSize,
        @Bindable(defaultValue = "2000") int batchMaxEvents,
        @Bindable(defaultValue = "8388608") long batchMaxBytes,
        @Bindable(defaultValue = "50ms") Duration batchMaxWait,
        @Bindable(defaultValue = "60s") Duration partitionsInterval,
        @Bindable(defaultValue = "30s") Duration retryMaxWait) {

    private static final int MOST_EVENTS = IngestBatch.MAX_EVENTS;

    public PulsarConfig {
        require(authToken == null || authTokenFile == null, "auth-token", "cannot be set with auth-token-file");
        requirePositive("operation-timeout", operationTimeout.toMillis());
        requirePositive("receiver-queue-size", receiverQueueSize);
        require(
                batchMaxEvents > 0 && batchMaxEvents <= MOST_EVENTS,
                "batch-max-events",
                "must be from 1 to %d, is %d".formatted(MOST_EVENTS, batchMaxEvents));
        requirePositive("batch-max-bytes", batchMaxBytes);
        require(!batchMaxWait.isNegative(), "batch-max-wait", "must not be negative");
        requirePositive("partitions-interval", partitionsInterval.toMillis());
        requirePositive("retry-max-wait", retryMaxWait.toMillis());
    }

    /// Without the token.
    @Override
    public String toString() {
        return "Pulsar at " + serviceUrl;
    }

    private static void requirePositive(String property, long value) {
        require(value > 0, property, "must be positive, is %d".formatted(value));
    }

    private static void require(boolean holds, String property, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException("startide.pulsar.%s %s".formatted(property, complaint));
        }
    }
}
