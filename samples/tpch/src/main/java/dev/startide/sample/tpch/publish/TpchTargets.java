package dev.startide.sample.tpch.publish;

import java.net.URI;

/// Where the events go.
///
/// @param pulsar the broker, such as `pulsar://localhost:6650`
/// @param pulsarAdmin the broker's REST API, such as `http://localhost:8080`
/// @param http events are posted to `events/customers` and `events/suppliers` below this
/// @param topicPrefix the topics are called so, followed by `orders` and `parts`
public record TpchTargets(URI pulsar, URI pulsarAdmin, URI http, String topicPrefix) {

    public static final String DEFAULT_TOPIC_PREFIX = "persistent://public/default/tpch-";

    /// Partitions of the order topic.
    public static final int PARTITIONS = 4;

    private static final String SCHEME = "persistent://";

    public TpchTargets {
        if (!topicPrefix.matches(SCHEME + "[\\w-]+/[\\w-]+/[\\w-]*")) {
            throw new IllegalArgumentException(
                    "The topic prefix is '%s', must look like %s".formatted(topicPrefix, DEFAULT_TOPIC_PREFIX));
        }
    }

    /// The partitioned topic of the orders.
    public String ordersTopic() {
        return topicPrefix + "orders";
    }

    /// The plain topic of the parts.
    public String partsTopic() {
        return topicPrefix + "parts";
    }

    URI admin(String topic, String resource) {
        return below(pulsarAdmin, "admin/v2/persistent/" + topic.substring(SCHEME.length()) + resource);
    }

    URI events(String source) {
        return below(http, "events/" + source);
    }

    private static URI below(URI base, String path) {
        String text = base.toString();
        return URI.create(text.endsWith("/") ? text + path : text + "/" + path);
    }
}
