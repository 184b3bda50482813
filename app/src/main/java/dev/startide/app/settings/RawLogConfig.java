package dev.startide.app.settings;

import dev.startide.domain.retention.Retention;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How long the raw log is kept. Nothing is let go unless one of the first two is set; events that
/// were not loaded yet never are. What was let go can be neither rebuilt, replayed nor traced.
///
/// @param retention for how long events are kept at least, such as `90d`; 0 for ever
/// @param retentionBytes how many bytes of the newest events are kept at least, with their indexes;
///     0 for any number
/// @param releaseQuarantined whether events in the quarantine go with the others; otherwise they,
///     and all events that came with them or later, stay until they are loaded or discarded
/// @param volumeBytes so many bytes make a volume, which is let go as a whole; a retention makes
///     smaller ones
/// @param tendEvery how often to look whether a volume is to be begun or let go
@ConfigurationProperties("startide.raw")
public record RawLogConfig(
        @Bindable(defaultValue = "0s") Duration retention,
        @Bindable(defaultValue = "0") long retentionBytes,
        @Bindable(defaultValue = "false") boolean releaseQuarantined,
        @Bindable(defaultValue = "4294967296") long volumeBytes,
        @Bindable(defaultValue = "1m") Duration tendEvery) {

    public RawLogConfig {
        require(!retention.isNegative(), "retention", "must not be negative, is " + retention);
        require(retentionBytes >= 0, "retention-bytes", "must not be negative, is " + retentionBytes);
        require(volumeBytes > 0, "volume-bytes", "must be positive, is " + volumeBytes);
        require(tendEvery.isPositive(), "tend-every", "must be positive, is " + tendEvery);
    }

    /// What these settings mean.
    public Retention meaning() {
        return new Retention(
                retention,
                retentionBytes,
                volumeBytes,
                releaseQuarantined ? Retention.Quarantined.RELEASED : Retention.Quarantined.KEPT);
    }

    private static void require(boolean holds, String name, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException("startide.raw.%s %s".formatted(name, complaint));
        }
    }
}
