package dev.startide.app.settings;

import dev.startide.domain.quarantine.BurstRule;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// When a source is paused in place of filling the quarantine.
///
/// @param burstEvents so many events of a source that cannot be loaded for one reason pause it; 0
///     for never
/// @param burstAmong how many of the latest events of a source are looked at for that, at most
///     100000
@ConfigurationProperties("startide.quarantine")
public record QuarantineConfig(
        @Bindable(defaultValue = "1000") int burstEvents,
        @Bindable(defaultValue = "2000") int burstAmong) {

    public QuarantineConfig {
        if (burstEvents < 0 || burstAmong < burstEvents || burstAmong > BurstRule.After.MOST) {
            throw new IllegalArgumentException(
                    "startide.quarantine.burst-events must be 0 to startide.quarantine.burst-among, and that at most %d; they are %d and %d"
                            .formatted(BurstRule.After.MOST, burstEvents, burstAmong));
        }
    }

    /// The same as a rule.
    public BurstRule rule() {
        return burstEvents == 0 ? new BurstRule.Never() : new BurstRule.After(burstEvents, burstAmong);
    }
}
