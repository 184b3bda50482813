package dev.startide.domain.star;

import java.time.Instant;
import java.util.Map;

/// The keys that a member has elsewhere.
///
/// @param versions the keys of its versions by where they begin
public record KnownKeys(long durableKey, Map<Instant, Long> versions) {

    public KnownKeys {
        versions = Map.copyOf(versions);
    }
}
