package dev.startide.domain.draft;

import dev.startide.domain.draft.DraftedEvent.Choice;
import dev.startide.warehouse.schema.LogicalType;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which field identifies what an event is about.
final class KeyGuess {

    private static final Pattern KEY = Pattern.compile("(.+_)?(id|uuid|guid|no|nr|number|code|sku)");
    private static final Pattern ENDING = Pattern.compile("_?(id|uuid|guid|no|nr|number|code)$");
    private static final Set<String> BARE = Set.of("id", "uuid", "guid");
    private static final Pattern OF_MESSAGES =
            Pattern.compile("(event|message|trace|span|correlation|causation|request|session|tenant)_(id|uuid|guid)");

    private KeyGuess() {}

    /// Whether a field looks like one that identifies something.
    static boolean looksLikeKey(DraftedField field) {
        return KEY.matcher(field.name()).matches() && canIdentify(field.type());
    }

    /// What a key is about: `order_id` of an order. Empty for a key that does not say so.
    static String stem(String key) {
        return BARE.contains(key) ? "" : ENDING.matcher(key).replaceAll("");
    }

    /// The key of events of one type.
    static Optional<Choice> of(String event, List<DraftedField> fields, List<SampledEvent> events) {
        return fields.stream()
                .filter(field -> field.isAlwaysThere() && looksLikeKey(field))
                .map(field -> ranked(event, field, events))
                .min(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::choice);
    }

    /// The key of the elements of a list, within their event.
    static Optional<Choice> ofElements(DraftedList list, List<SampledEvent> events) {
        return list.fields().stream()
                .filter(field -> field.isAlwaysThere() && looksLikeKey(field))
                .filter(field -> events.stream().allMatch(event -> isUniqueIn(event, list.name(), field)))
                .findFirst()
                .map(field -> new Choice(field.name(), "it differs in the elements of each list"));
    }

    private record Ranked(int rank, Choice choice) {}

    private static Ranked ranked(String event, DraftedField field, List<SampledEvent> events) {
        String stem = stem(field.name());
        if (!stem.isEmpty() && event.startsWith(stem)) {
            return new Ranked(-stem.length(), new Choice(field.name(), "events are called after it"));
        }
        if (OF_MESSAGES.matcher(field.name()).matches()) {
            return new Ranked(4, new Choice(field.name(), "nothing else identifies anything"));
        }
        if (BARE.contains(field.name())) {
            return new Ranked(1, new Choice(field.name(), "of its name"));
        }
        return isUnique(field, events)
                ? new Ranked(2, new Choice(field.name(), "it differs in each event"))
                : new Ranked(3, new Choice(field.name(), "of its name"));
    }

    private static boolean isUnique(DraftedField field, List<SampledEvent> events) {
        Set<Object> seen = new HashSet<>();
        return events.stream()
                .allMatch(
                        event -> seen.add(Trees.at(event.event(), field.named().path())));
    }

    private static boolean isUniqueIn(SampledEvent event, String list, DraftedField field) {
        Set<Object> seen = new HashSet<>();
        for (Map<?, ?> element : Trees.objects(event.event().get(list))) {
            if (!seen.add(Trees.at(element, field.named().path()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean canIdentify(LogicalType type) {
        return switch (type) {
            case LogicalType.Text(),
                    LogicalType.Varchar(var _),
                    LogicalType.Int(),
                    LogicalType.BigInt(),
                    LogicalType.Uuid() -> true;
            case LogicalType.Decimal(var _, var _),
                    LogicalType.Floating(),
                    LogicalType.Bool(),
                    LogicalType.Date(),
                    LogicalType.Time(),
                    LogicalType.Timestamp(),
                    LogicalType.Json(),
                    LogicalType.Bytes() -> false;
        };
    }
}
