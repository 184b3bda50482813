package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.mapping.Source;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The options of a source of kind `pulsar`.
///
/// @param topic the full name of the topic, such as `persistent://shop/sales/orders`
/// @param subscription the Failover subscription that all instances share; `startide-` and the name
///     of the source, unless the model says otherwise
record PulsarOptions(String topic, String subscription) {

    static final Set<String> KNOWN = Set.of("topic", "subscription");
    private static final String SEGMENT = "[^/\\s]+";
    private static final Pattern FULL_NAME = Pattern.compile("persistent://%1$s/%1$s/%1$s".formatted(SEGMENT));

    /// Reads the options of a source.
    ///
    /// @throws StartideException `SETTING_INVALID` if they cannot be used
    static PulsarOptions of(Source source) {
        Set<String> unknown = new TreeSet<>(source.options().keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw invalid(source, "has unknown options %s; known are topic and subscription".formatted(unknown));
        }
        String topic = source.options().get("topic");
        if (topic == null) {
            throw invalid(source, "names no topic");
        }
        String fullName = fullName(topic.strip());
        if (!FULL_NAME.matcher(fullName).matches()) {
            throw invalid(
                    source,
                    "names the topic \"%s\", which is not like persistent://tenant/namespace/topic".formatted(topic));
        }
        String subscription = source.options().getOrDefault("subscription", "startide-" + source.name());
        if (subscription.isBlank()) {
            throw invalid(source, "has a blank subscription");
        }
        return new PulsarOptions(fullName, subscription);
    }

    /// Short names mean what they mean to every Pulsar client.
    private static String fullName(String topic) {
        if (topic.contains("://")) {
            return topic;
        }
        return topic.contains("/") ? "persistent://" + topic : "persistent://public/default/" + topic;
    }

    private static StartideException invalid(Source source, String complaint) {
        return StartideException.because(
                FailureCode.SETTING_INVALID, "Source %s %s".formatted(source.name(), complaint));
    }
}
