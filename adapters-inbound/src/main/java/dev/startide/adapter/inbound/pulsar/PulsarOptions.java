package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.mapping.Source;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The options of a source of kind `pulsar`.
///
/// @param subscription the Failover subscription that all instances share; `startide-` and the name
///     of the source, unless the model says otherwise
record PulsarOptions(Topics topics, String subscription) {

    static final Set<String> KNOWN = Set.of("topic", "topics", "subscription");
    private static final String SEGMENT = "[^/\\s]+";
    private static final Pattern FULL_NAME = Pattern.compile("persistent://%1$s/%1$s/%1$s".formatted(SEGMENT));

    /// Which topics are read.
    sealed interface Topics {

        /// As the model writes it, with a full name.
        String text();

        /// A single one, such as `persistent://shop/sales/orders`.
        record One(String text) implements Topics {}

        /// All of a namespace that fit, those included that come later.
        record Like(String text, Pattern pattern) implements Topics {}
    }

    /// Reads the options of a source.
    ///
    /// @throws StartideException `SETTING_INVALID` if they cannot be used
    static PulsarOptions of(Source source) {
        Set<String> unknown = new TreeSet<>(source.options().keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw invalid(
                    source, "has unknown options %s; known are topic, topics and subscription".formatted(unknown));
        }
        String subscription = source.options().getOrDefault("subscription", "startide-" + source.name());
        if (subscription.isBlank()) {
            throw invalid(source, "has a blank subscription");
        }
        return new PulsarOptions(topics(source), subscription);
    }

    private static Topics topics(Source source) {
        String one = source.options().get("topic");
        String like = source.options().get("topics");
        if (one != null && like != null) {
            throw invalid(source, "names both a topic and a pattern of topics; write one of them");
        }
        if (one != null) {
            return new Topics.One(checked(source, one));
        }
        if (like != null) {
            String text = checked(source, like);
            return new Topics.Like(text, pattern(source, text));
        }
        throw invalid(source, "names no topic");
    }

    private static String checked(Source source, String topic) {
        String fullName = fullName(topic.strip());
        if (!FULL_NAME.matcher(fullName).matches()) {
            throw invalid(
                    source,
                    "names the topic \"%s\", which is not like persistent://tenant/namespace/topic".formatted(topic));
        }
        return fullName;
    }

    private static Pattern pattern(Source source, String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException invalid) {
            throw invalid(
                    source,
                    "names topics like \"%s\", which is no regular expression: %s"
                            .formatted(text, invalid.getDescription()));
        }
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
