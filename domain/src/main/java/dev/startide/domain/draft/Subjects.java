package dev.startide.domain.draft;

import dev.startide.domain.draft.DraftedEvent.Choice;
import dev.startide.warehouse.schema.SnakeCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out what events are about.
final class Subjects {

    private final DraftNames names = new DraftNames();
    private final Map<String, List<SampledEvent>> sampled;
    private final List<Subject> subjects = new ArrayList<>();

    private Subjects(Map<String, List<SampledEvent>> sampled) {
        this.sampled = sampled;
        names.give(StarGuess.CALENDAR, "");
        names.give("fact", "");
    }

    /// @param sampled the events of the sample by their type
    static List<Subject> of(List<DraftedEvent> events, Map<String, List<SampledEvent>> sampled) {
        Subjects subjects = new Subjects(sampled);
        Map<List<String>, List<DraftedEvent>> together = new LinkedHashMap<>();
        for (DraftedEvent event : events) {
            event.key()
                    .ifPresent(key -> together.computeIfAbsent(
                                    List.of(stem(event, key), key.field()), _ -> new ArrayList<>())
                            .add(event));
        }
        together.forEach(subjects::add);
        return List.copyOf(subjects.subjects);
    }

    /// A key that does not say what it is of is one of what events are called after.
    private static String stem(DraftedEvent event, Choice key) {
        String stem = KeyGuess.stem(key.field());
        int verb = event.name().lastIndexOf('_');
        return !stem.isEmpty() ? stem : verb > 0 ? event.name().substring(0, verb) : event.name();
    }

    private void add(List<String> stemAndKey, List<DraftedEvent> events) {
        String key = stemAndKey.getLast();
        String why = events.getFirst().key().map(Choice::because).orElse("");
        String because = "%s identifies it (%s)".formatted(key, why);
        Subject subject = new Subject(names.give(stemAndKey.getFirst(), "thing"), "", List.of(key), events, because);
        subjects.add(subject);
        for (DraftedEvent event : subject.statements()) {
            event.lists().forEach(list -> elements(subject, event, list).ifPresent(subjects::add));
        }
    }

    private Optional<Subject> elements(Subject of, DraftedEvent event, DraftedList list) {
        return KeyGuess.ofElements(list, sampled.getOrDefault(event.name(), List.of()))
                .map(key -> new Subject(
                        names.give(elementName(of, list), "element"),
                        list.name(),
                        List.of(of.key().getFirst(), key.field()),
                        List.of(event),
                        "%s identifies an element of %s (%s)".formatted(key.field(), list.name(), key.because())));
    }

    private static String elementName(Subject of, DraftedList list) {
        String element = SnakeCase.singular(list.name());
        String whole = SnakeCase.singular(of.name());
        return element.startsWith(whole) ? element : whole + "_" + element;
    }
}
