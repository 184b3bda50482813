package dev.startide.adapter.outbound.pulsar;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// Where notices of events go that were set aside. The broker is the one of `startide.pulsar`.
///
/// @param topic the topic; empty for no notices
/// @param sendTimeout how long the broker may take for a batch of notices before it is tried again
@ConfigurationProperties("startide.quarantine.notices")
public record NoticesConfig(
        @Bindable(defaultValue = "") String topic,
        @Bindable(defaultValue = "10s") Duration sendTimeout) {

    public NoticesConfig {
        if (!sendTimeout.isPositive()) {
            throw new IllegalArgumentException("startide.quarantine.notices.send-timeout must be positive");
        }
    }
}
