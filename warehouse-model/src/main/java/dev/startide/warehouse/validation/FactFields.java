package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The fields that the rows of a fact may be made from.
///
/// @param scopes the events that feed the fact; none if they are not certain
record FactFields(List<RowScope> scopes, Reach reach, Issues issues) {

    /// How many of the events must have a field.
    enum Reach {
        /// All: a row is whole from its first event on.
        EVERY_EVENT,

        /// One is enough: other events say nothing of it.
        SOME_EVENT
    }

    FactFields {
        scopes = List.copyOf(scopes);
    }

    /// The field that a text names, if the events have it as they should; else it is told of.
    Optional<FieldDraft.Value> find(Written name) {
        return switch (reach) {
            case EVERY_EVENT -> Fields.inAll(name, scopes, issues);
            case SOME_EVENT -> inSome(name);
        };
    }

    /// The single values that expressions may use.
    Map<ColumnName, Attribute> values() {
        Map<ColumnName, Attribute> values = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (RowScope scope : scopes) {
            names.addAll(scope.own().names());
            names.addAll(scope.shared().names());
        }
        for (String name : names) {
            List<FieldDraft.Value> found = valuesOf(name);
            boolean enough = switch (reach) {
                case EVERY_EVENT -> found.size() == scopes.size();
                case SOME_EVENT -> !found.isEmpty();
            };
            if (enough) {
                values.put(found.getFirst().attribute().name(), found.getFirst().attribute());
            }
        }
        return values;
    }

    private Optional<FieldDraft.Value> inSome(Written name) {
        List<RowScope> having =
                scopes.stream().filter(scope -> scope.mayHave(name.text())).toList();
        if (having.isEmpty() && name.isPresent() && !scopes.isEmpty()) {
            List<String> known = scopes.stream()
                    .flatMap(scope -> scope.valueNames().stream())
                    .distinct()
                    .toList();
            issues.error(
                    name,
                    "none of its events has a field '%s'".formatted(name.text()),
                    Suggestion.sentence(name.text(), known, "Declare it among the fields of one."));
        }
        return Fields.inAll(name, having, issues);
    }

    private List<FieldDraft.Value> valuesOf(String name) {
        List<FieldDraft.Value> found = new ArrayList<>();
        for (RowScope scope : scopes) {
            scope.peek(name)
                    .filter(FieldDraft.Value.class::isInstance)
                    .map(FieldDraft.Value.class::cast)
                    .ifPresent(found::add);
        }
        return found;
    }
}
