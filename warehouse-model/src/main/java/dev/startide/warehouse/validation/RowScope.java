package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.mapping.Feed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one event offers to the rows that are made from it.
///
/// @param own the fields of the element, or of the event where it makes one row
/// @param shared the fields of the event, looked at when `own` does not have one
record RowScope(EventDraft event, Feed.Scope scope, Catalogue<FieldDraft> own, Catalogue<FieldDraft> shared) {

    static RowScope ofEvent(EventDraft event) {
        return new RowScope(event, new Feed.Scope.WholeEvent(), event.fields(), event.fields());
    }

    static RowScope ofElements(EventDraft event, FieldDraft.Elements elements) {
        return new RowScope(event, new Feed.Scope.EachElement(elements.name()), elements.fields(), event.fields());
    }

    /// The single value that the text names; an unknown name, or one of a list, is told of.
    Optional<FieldDraft.Value> find(Written name, Issues issues) {
        if (!name.isPresent()) {
            return Optional.empty();
        }
        if (!mayHave(name.text())) {
            issues.error(
                    name,
                    "event %s has no field '%s'".formatted(event.name(), name.text()),
                    Suggestion.sentence(name.text(), valueNames(), "Declare it among the event's fields."));
        }
        return peek(name.text()).flatMap(field -> value(name, field, issues));
    }

    /// Whether there is a field of that name, broken or not.
    boolean has(String name) {
        return own.names().contains(name) || shared.names().contains(name);
    }

    /// Whether there is a field of that name, or may have been meant to be one.
    boolean mayHave(String name) {
        return own.mayHave(name) || shared.mayHave(name);
    }

    /// The field of that name, if it is there and can be used.
    Optional<FieldDraft> peek(String name) {
        return own.names().contains(name) ? own.peek(name) : shared.peek(name);
    }

    private static Optional<FieldDraft.Value> value(Written name, FieldDraft field, Issues issues) {
        return switch (field) {
            case FieldDraft.Value value -> Optional.of(value);
            case FieldDraft.Elements _ -> {
                issues.error(
                        name, "'%s' is a list of elements".formatted(name.text()), "Name a field with a single value.");
                yield Optional.empty();
            }
        };
    }

    /// The names of its single values.
    List<String> valueNames() {
        List<String> names = new ArrayList<>(own.names());
        shared.names().stream().filter(name -> !names.contains(name)).forEach(names::add);
        names.removeIf(name -> own.peek(name)
                .or(() -> shared.peek(name))
                .filter(FieldDraft.Elements.class::isInstance)
                .isPresent());
        return names;
    }
}
