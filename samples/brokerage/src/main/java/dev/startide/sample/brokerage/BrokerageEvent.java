package dev.startide.sample.brokerage;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something that happened in the company, as one of its systems tells it.
///
/// @param key what it is about: the identity of the customer, the trade, and so on
/// @param occurredAt when it happened, in whole seconds, not when anybody was told
/// @param changeNo orders what happened to one key at one instant
/// @param said the fields of the event, in a fixed order; an update says only what changed, and
///     null says that there is no value any more
public record BrokerageEvent(
        Kind kind, Object key, Instant occurredAt, int changeNo, Map<String, @Nullable Object> said) {

    public BrokerageEvent {
        said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
    }

    /// Unique among all events of a company.
    public String id() {
        return "%s-%s-%d".formatted(kind.type(), key, changeNo);
    }

    /// What the event says of a field; null where it says so or nothing.
    public @Nullable Object field(String name) {
        return said.get(name);
    }

    /// The number in a field that the event says.
    public long number(String name) {
        return ((Number) Objects.requireNonNull(said.get(name), name)).longValue();
    }
}
