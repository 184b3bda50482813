package dev.startide.domain.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What some events are about: the same key, or an element of a list under it.
///
/// @param name of the entity
/// @param each the list whose elements it is made of; empty for whole events
/// @param key the fields that identify one, the last of them its own
/// @param events that tell of it; the first of them is there for lists
/// @param because why these events are about one thing
record Subject(String name, String each, List<String> key, List<DraftedEvent> events, String because) {

    Subject {
        key = List.copyOf(key);
        events = List.copyOf(events);
    }

    /// The events that say how one is.
    List<DraftedEvent> statements() {
        List<DraftedEvent> statements =
                events.stream().filter(event -> !event.isEnd()).toList();
        return statements.isEmpty() ? events : statements;
    }

    /// The events that say that one is gone.
    List<DraftedEvent> ends() {
        return events.stream().filter(event -> !statements().contains(event)).toList();
    }

    /// The fields that one event says of it: its own before those of the event.
    List<DraftedField> fields(DraftedEvent event) {
        List<DraftedField> fields = new ArrayList<>(own(event));
        if (!each.isEmpty()) {
            fields.addAll(event.fields());
        }
        return fields;
    }

    /// The fields that become columns of it, besides its key.
    List<DraftedField> attributes() {
        Map<String, DraftedField> attributes = new LinkedHashMap<>();
        statements().forEach(event -> own(event).forEach(field -> attributes.putIfAbsent(field.name(), field)));
        key.forEach(attributes::remove);
        return List.copyOf(attributes.values());
    }

    /// The fields of an event that name another subject.
    Map<String, Subject> references(DraftedEvent event, List<Subject> others) {
        Map<String, Subject> references = new LinkedHashMap<>();
        for (DraftedField field : fields(event)) {
            if (!key.getLast().equals(field.name())) {
                others.stream()
                        .filter(other -> !other.equals(this) && other.isNamedBy(field))
                        .findFirst()
                        .ifPresent(other -> references.put(field.name(), other));
            }
        }
        return references;
    }

    private boolean isNamedBy(DraftedField field) {
        boolean isCalledSo = each.isEmpty()
                && (KeyGuess.stem(key.getFirst()).isEmpty()
                        ? field.name().equals(name + "_" + key.getFirst())
                        : field.name().equals(key.getFirst()));
        Optional<DraftedField> own = events.getFirst().field(key.getFirst());
        return isCalledSo
                && own.filter(mine -> mine.type().equals(field.type())).isPresent();
    }

    private List<DraftedField> own(DraftedEvent event) {
        return each.isEmpty()
                ? event.fields()
                : event.lists().stream()
                        .filter(list -> list.name().equals(each))
                        .flatMap(list -> list.fields().stream())
                        .toList();
    }
}
