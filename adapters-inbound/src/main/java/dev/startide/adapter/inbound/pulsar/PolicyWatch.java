package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.diagnosis.Diagnosis;
import dev.startide.domain.diagnosis.Severity;
import dev.startide.domain.failure.StartideException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the policies of a source's topics from time to time, and says what may lose messages.
///
/// Used by one thread; its warnings may be read by any.
final class PolicyWatch {

    private static final Logger LOGGER = LoggerFactory.getLogger(PolicyWatch.class);

    private final String source;
    private final PulsarConfig config;
    private final Set<Diagnosis> said = new HashSet<>();

    private volatile List<String> warnings = List.of();

    PolicyWatch(String source, PulsarConfig config) {
        this.source = source;
        this.config = config;
    }

    /// What is not well, each in a sentence.
    List<String> warnings() {
        return warnings;
    }

    /// Looks, and logs what has not been said before.
    void check(List<String> topics) {
        List<Diagnosis> unwell = look(topics).stream()
                .filter(found -> found.severity().compareTo(Severity.WARNING) >= 0)
                .toList();
        unwell.stream().filter(said::add).forEach(this::say);
        said.retainAll(Set.copyOf(unwell));
        warnings = unwell.stream()
                .map(found -> "%s. %s".formatted(found.says(), found.remedy()))
                .toList();
    }

    private void say(Diagnosis found) {
        LOGGER.atWarn().addKeyValue("source", source).log("{}. {}", found.says(), found.remedy());
    }

    /// Everything that can be looked at.
    List<Diagnosis> look(List<String> topics) {
        String url = config.adminUrl();
        if (url == null) {
            return List.of(
                    Diagnosis.note(
                            place(),
                            "Whether the broker deletes messages that were not logged yet is not known; set startide.pulsar.admin-url to have it checked"));
        }
        PolicyChecks checks = new PolicyChecks(new PulsarAdmin(config, url.replaceFirst("/+$", "")), source);
        List<Diagnosis> found = new ArrayList<>();
        try {
            topics.forEach(topic -> found.addAll(checks.of(topic)));
        } catch (StartideException unanswered) {
            found.add(Diagnosis.unreachable(
                    place(),
                    String.valueOf(unanswered.getMessage()),
                    "Until then it is not known whether the broker deletes messages that were not logged yet"));
        }
        return List.copyOf(found);
    }

    private String place() {
        return "source %s: policies".formatted(source);
    }
}
