package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.diagnosis.Diagnosis;
import java.util.List;
import java.util.Optional;

/// Whether the broker may take messages away that were not logged yet: looks at the policies that
/// hold for a topic, wherever they were set.
record PolicyChecks(PulsarAdmin admin, String source) {

    /// Everything that was looked at, also what is well.
    ///
    /// @throws dev.startide.domain.failure.StartideException `SOURCE_UNAVAILABLE` if the broker cannot
    ///     be asked
    List<Diagnosis> of(String topic) {
        return List.of(timeToLive(topic), backlog(topic), expiration(topic), retention(topic), compaction(topic));
    }

    private Diagnosis timeToLive(String topic) {
        String place = place("message TTL");
        Optional<Long> seconds =
                admin.ofTopic(topic, "messageTTL?applied=true").number().filter(ttl -> ttl > 0);
        return seconds.isEmpty()
                ? Diagnosis.fine(place, "Messages of %s wait until they are logged".formatted(topic))
                : Diagnosis.warning(
                        place,
                        "Messages of %s are deleted %d seconds after they were sent, logged or not"
                                .formatted(topic, seconds.get()),
                        "Run 'pulsar-admin topics set-message-ttl %s -t 0'".formatted(topic));
    }

    private Diagnosis backlog(String topic) {
        String place = place("backlog quota");
        boolean evicts = admin.ofTopic(topic, "backlogQuotaMap?applied=true").values().stream()
                .anyMatch(PolicyChecks::evicts);
        return evicts
                ? Diagnosis.warning(
                        place,
                        "Messages of %s that were not logged yet are deleted when they become too many or too old"
                                .formatted(topic),
                        "Let producers wait instead: 'pulsar-admin topics set-backlog-quota %s -p producer_request_hold' with the same limit"
                                .formatted(topic))
                : Diagnosis.fine(place, "No quota of %s deletes messages".formatted(topic));
    }

    private static boolean evicts(AdminJson quota) {
        boolean isLimited =
                isLimit(quota.at("limitSize")) || isLimit(quota.at("limitTime")) || isLimit(quota.at("limit"));
        return isLimited
                && quota.at("policy")
                        .text()
                        .filter("consumer_backlog_eviction"::equals)
                        .isPresent();
    }

    private static boolean isLimit(AdminJson limit) {
        return limit.number().filter(value -> value >= 0).isPresent();
    }

    private Diagnosis expiration(String topic) {
        String place = place("subscription expiration");
        Optional<Long> minutes =
                admin.ofNamespace(topic, "subscriptionExpirationTime").number().filter(value -> value > 0);
        return minutes.isEmpty()
                ? Diagnosis.fine(place, "Subscriptions to %s do not expire".formatted(topic))
                : Diagnosis.warning(
                        place,
                        "The subscription to %s is deleted, and with it what was not logged, when no instance runs for %d minutes"
                                .formatted(topic, minutes.get()),
                        "Run 'pulsar-admin namespaces set-subscription-expiration-time %s -t 0'"
                                .formatted(namespace(topic)));
    }

    /// Losing nothing needs none, as long as the database loses nothing.
    private Diagnosis retention(String topic) {
        String place = place("retention");
        AdminJson retention = admin.ofTopic(topic, "retention?applied=true");
        long minutes = retention.at("retentionTimeInMinutes").number().orElse(0L);
        long megabytes = retention.at("retentionSizeInMB").number().orElse(0L);
        if (minutes == 0 || megabytes == 0) {
            return Diagnosis.note(
                    place,
                    "Messages of %s are deleted once they are logged; a database that is restored cannot have them again"
                            .formatted(topic));
        }
        return Diagnosis.fine(
                place,
                "Messages of %s are kept for %s and %s after they were logged"
                        .formatted(topic, bound(minutes, "minutes"), bound(megabytes, "MB")));
    }

    private static String bound(long value, String unit) {
        return value < 0 ? "any number of " + unit : "%d %s".formatted(value, unit);
    }

    private Diagnosis compaction(String topic) {
        String place = place("compaction");
        boolean isCompacted = admin.ofTopic(topic, "compactionThreshold?applied=true")
                .number()
                .filter(bytes -> bytes > 0)
                .isPresent();
        return isCompacted
                ? Diagnosis.note(
                        place,
                        "%s is compacted; every message is read nevertheless, as long as the broker keeps it"
                                .formatted(topic))
                : Diagnosis.fine(place, "%s is not compacted".formatted(topic));
    }

    private static String namespace(String topic) {
        String path = topic.substring("persistent://".length());
        return path.substring(0, path.lastIndexOf('/'));
    }

    private String place(String what) {
        return "source %s: %s".formatted(source, what);
    }
}
