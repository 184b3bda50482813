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
/// @param receiverQueueSize most messages of a partition that wait in memory to be logged; fewer
///     wait where they are large, see `max-queued-bytes`
/// @param maxQueuedBytes how many bytes of messages of all partitions may wait in memory to be
///     logged; nearing it, partitions ask the broker for fewer messages at a time, down to one
/// @param batchMaxEvents most messages of a partition in one transaction
/// @param batchMaxBytes how many payload bytes close a batch
/// @param batchMaxWait how long a batch waits for more messages once it has one
/// @param partitionsInterval how often to look for partitions that were added to a topic, and for
///     topics that fit a pattern
/// @param idleCheckInterval how often a partition without messages is compared with the database,
///     which may have come back older
/// @param retryMaxWait longest pause between attempts after a failure; pauses grow from a twentieth
///     of a second and are spread at random
/// @param adminUrl where the broker's admin API is, such as `http://broker:8080`; needed to check
///     policies that delete messages, and whether messages are missing
/// @param policiesInterval how often policies are checked while topics are read
/// @param lossyPolicies what is done about a policy that may delete messages that were not logged
///     yet: `warn`, or `refuse` to begin with topics while there is one
/// @param gaps what is done when the broker no longer has messages that the database does not have:
///     `stop` reading the partition, or `accept` it and go on
/// @param decryptionKeys a folder with private keys for messages that their producers encrypted,
///     each in a PEM file named by its key and `.pem`
@ConfigurationProperties("startide.pulsar")
public record PulsarConfig(
        @Bindable(defaultValue = "pulsar://localhost:6650") String serviceUrl,
        @Nullable String authToken,
        @Nullable String authTokenFile,
        @Nullable String tlsTrustCerts,
        @Bindable(defaultValue = "10s") Duration operationTimeout,
        @Bindable(defaultValue = "200") int receiverQueueSize,
        @Bindable(defaultValue = "67108864") long maxQueuedBytes,
        @Bindable(defaultValue = "2000") int batchMaxEvents,
        @Bindable(defaultValue = "8388608") long batchMaxBytes,
        @Bindable(defaultValue = "50ms") Duration batchMaxWait,
        @Bindable(defaultValue = "60s") Duration partitionsInterval,
        @Bindable(defaultValue = "30s") Duration idleCheckInterval,
        @Bindable(defaultValue = "10s") Duration retryMaxWait,
        @Nullable String adminUrl,
        @Bindable(defaultValue = "10m") Duration policiesInterval,
        @Bindable(defaultValue = "WARN") LossyPolicies lossyPolicies,
        @Bindable(defaultValue = "STOP") Gaps gaps,
        @Nullable String decryptionKeys) {

    /// What is done about a policy that may delete messages that were not logged yet.
    public enum LossyPolicies {
        WARN,
        REFUSE
    }

    /// What is done when messages are missing.
    public enum Gaps {
        STOP,
        ACCEPT
    }

    private static final int MOST_EVENTS = IngestBatch.MAX_EVENTS;

    public PulsarConfig {
        require(authToken == null || authTokenFile == null, "auth-token", "cannot be set with auth-token-file");
        requirePositive("operation-timeout", operationTimeout.toMillis());
        requirePositive("receiver-queue-size", receiverQueueSize);
        requirePositive("max-queued-bytes", maxQueuedBytes);
        require(
                batchMaxEvents > 0 && batchMaxEvents <= MOST_EVENTS,
                "batch-max-events",
                "must be from 1 to %d, is %d".formatted(MOST_EVENTS, batchMaxEvents));
        requirePositive("batch-max-bytes", batchMaxBytes);
        require(!batchMaxWait.isNegative(), "batch-max-wait", "must not be negative");
        requirePositive("partitions-interval", partitionsInterval.toMillis());
        requirePositive("idle-check-interval", idleCheckInterval.toMillis());
        requirePositive("policies-interval", policiesInterval.toMillis());
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
