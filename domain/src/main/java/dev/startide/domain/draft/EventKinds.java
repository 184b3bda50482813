package dev.startide.domain.draft;

import dev.startide.domain.normalize.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells the types of a sample's events apart.
final class EventKinds {

    /// A source with more types of events than that does not tell them by this field.
    private static final int MOST_KINDS = 40;

    /// What an event may call its type: words, and no values that somebody could be known by.
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_.:/-]{0,59}[A-Za-z0-9]");

    private static final List<String> NAMES =
            List.of("type", "event_type", "eventType", "event_name", "eventName", "event", "kind");

    private EventKinds() {}

    /// The types in a sample, in the order in which they first appear.
    static List<EventKind> of(Sample sample) {
        Optional<List<EventKind>> byAttribute = by(
                sample.events(),
                "ce.type",
                List.of(),
                event -> event.attributes().get("type"));
        if (byAttribute.isPresent()) {
            return byAttribute.get();
        }
        for (String name : NAMES) {
            Optional<List<EventKind>> byField = by(
                    sample.events(),
                    "event." + name,
                    List.of(name),
                    event -> event.event().get(name));
            if (byField.isPresent()) {
                return byField.get();
            }
        }
        return List.of(
                new EventKind(sample.name(), "", List.of(), "no field tells types of events apart", sample.events()));
    }

    /// @return empty if it does not tell them apart
    private static Optional<List<EventKind>> by(
            List<SampledEvent> events,
            String place,
            List<String> wordAt,
            Function<SampledEvent, @Nullable Object> word) {
        SequencedMap<String, List<SampledEvent>> byWord = new LinkedHashMap<>();
        for (SampledEvent event : events) {
            if (!(word.apply(event) instanceof Scalar.Text(String text))
                    || !WORD.matcher(text).matches()) {
                return Optional.empty();
            }
            byWord.computeIfAbsent(text, _ -> new ArrayList<>()).add(event);
        }
        return byWord.isEmpty() || byWord.size() > MOST_KINDS
                ? Optional.empty()
                : Optional.of(byWord.entrySet().stream()
                        .map(kind -> kind(place, wordAt, kind, byWord.size(), events.size()))
                        .toList());
    }

    private static EventKind kind(
            String place, List<String> wordAt, Map.Entry<String, List<SampledEvent>> kind, int kinds, int events) {
        String because = kinds == 1
                ? "%s is the same in all events".formatted(place)
                : "%s tells %d types of events apart; %d of %d are of this one"
                        .formatted(place, kinds, kind.getValue().size(), events);
        String when = "%s == '%s'".formatted(place, kind.getKey());
        return new EventKind(lastWords(kind.getKey()), when, wordAt, because, kind.getValue());
    }

    /// `com.example.order.placed` is best called `order.placed`.
    private static String lastWords(String word) {
        String[] parts = word.split("[.:/]", -1);
        return parts.length > 2 ? parts[parts.length - 2] + "." + parts[parts.length - 1] : word;
    }
}
