package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fields as several events have them.
final class Fields {

    private Fields() {}

    /// The field in the first scope, if every scope has it with the same type. Only the first scope
    /// that lacks it is told of.
    static Optional<FieldDraft.Value> inAll(Written name, List<RowScope> scopes, Issues issues) {
        List<FieldDraft.Value> values = new ArrayList<>();
        for (RowScope scope : scopes) {
            Optional<FieldDraft.Value> value = scope.find(name, issues);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        checkSameType(values, issues);
        return values.stream().findFirst();
    }

    /// Says that no row can be made without the fields.
    static void requireAll(List<Written> names, List<RowScope> scopes) {
        names.forEach(name -> require(name, scopes));
    }

    private static void require(Written name, List<RowScope> scopes) {
        for (RowScope scope : scopes) {
            scope.peek(name.text())
                    .filter(FieldDraft.Value.class::isInstance)
                    .map(FieldDraft.Value.class::cast)
                    .ifPresent(FieldDraft.Value::require);
        }
    }

    /// Tells of a field that has another type than the same field of an earlier event.
    static void checkSameType(List<FieldDraft.Value> values, Issues issues) {
        for (FieldDraft.Value value : values) {
            FieldDraft.Value first = values.getFirst();
            if (!value.attribute().type().equals(first.attribute().type())) {
                issues.error(
                        value.name(),
                        "is %s here, but %s at %s, and both feed the same rows"
                                .formatted(
                                        value.attribute().type().sqlName(),
                                        first.attribute().type().sqlName(),
                                        first.name().path()),
                        "Give both the same type.");
            }
        }
    }
}
