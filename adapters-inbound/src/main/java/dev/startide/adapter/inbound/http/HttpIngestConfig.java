package dev.startide.adapter.inbound.http;

import dev.startide.domain.event.IngestBatch;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Limits for events that are sent over HTTP.
///
/// @param instance what tells this server from others that write the same warehouse; it must stay
///     the same over restarts, and no two servers that run may share it. The host's name and the
///     port of the server unless set
/// @param maxEvents most events in one request; a longer one is refused, not split
/// @param maxRequestBytes most bytes of one request; must not exceed
///     `micronaut.server.max-request-size`
/// @param maxInFlightBytes most bytes of all requests that are being read or wait to be logged;
///     what comes on top is answered with 429
/// @param batchMaxBytes how many payload bytes of waiting requests are logged in one transaction
/// @param maxInflation how many times larger a request sent with gzip may become; 64 KiB are always
///     allowed
/// @param rate most events of one sender in a second, where its key says nothing else; 0 for as
///     many as come
/// @param webhookTolerance how old, or how far ahead of this machine's clock, a signed request may
///     be
/// @param receiveTimeout how long the body of a request may take to arrive before it is answered
///     with 408
/// @param timeout how long a request waits for the raw log before it is answered with 503
/// @param retryAfter what answers 429 and 503 ask their sender to wait
@ConfigurationProperties("startide.http")
public record HttpIngestConfig(
        @Nullable String instance,
        @Bindable(defaultValue = "1000") int maxEvents,
        @Bindable(defaultValue = "8388608") int maxRequestBytes,
        @Bindable(defaultValue = "67108864") long maxInFlightBytes,
        @Bindable(defaultValue = "8388608") long batchMaxBytes,
        @Bindable(defaultValue = "100") int maxInflation,
        @Bindable(defaultValue = "0") int rate,
        @Bindable(defaultValue = "5m") Duration webhookTolerance,
        @Bindable(defaultValue = "30s") Duration receiveTimeout,
        @Bindable(defaultValue = "30s") Duration timeout,
        @Bindable(defaultValue = "2s") Duration retryAfter) {

    public HttpIngestConfig {
        require(instance == null || !instance.isBlank(), "instance", "must not be blank");
        require(
                maxEvents > 0 && maxEvents <= IngestBatch.MAX_EVENTS,
                "max-events",
                "must be from 1 to %d, is %d".formatted(IngestBatch.MAX_EVENTS, maxEvents));
        require(maxRequestBytes > 0, "max-request-bytes", "must be positive, is %d".formatted(maxRequestBytes));
        require(
                maxInFlightBytes >= maxRequestBytes,
                "max-in-flight-bytes",
                "must hold at least one request of max-request-bytes, is %d".formatted(maxInFlightBytes));
        require(batchMaxBytes > 0, "batch-max-bytes", "must be positive, is %d".formatted(batchMaxBytes));
        require(maxInflation > 0, "max-inflation", "must be positive, is %d".formatted(maxInflation));
        require(rate >= 0, "rate", "must not be negative, is %d".formatted(rate));
        require(
                webhookTolerance.isPositive(),
                "webhook-tolerance",
                "must be positive, is %s".formatted(webhookTolerance));
        require(receiveTimeout.isPositive(), "receive-timeout", "must be positive, is %s".formatted(receiveTimeout));
        require(timeout.isPositive(), "timeout", "must be positive, is %s".formatted(timeout));
        require(!retryAfter.isNegative(), "retry-after", "must not be negative, is %s".formatted(retryAfter));
    }

    private static void require(boolean holds, String property, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException("startide.http.%s %s".formatted(property, complaint));
        }
    }
}
