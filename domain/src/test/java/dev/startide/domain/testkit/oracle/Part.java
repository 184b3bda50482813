package dev.startide.domain.testkit.oracle;

import dev.startide.domain.event.ChangeOrder;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.domain.normalize.FieldValues;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.normalize.Unsaid;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The part of an event that one row is made from: an element of a list and the event around it, or
/// the event alone.
record Part(TypedEvent event, FieldValues element) {

    /// The parts of an event that a feed makes rows from.
    static List<Part> of(TypedEvent event, Feed.Scope scope) {
        return switch (scope) {
            case Feed.Scope.WholeEvent() -> List.of(new Part(event, event.fields()));
            case Feed.Scope.EachElement(var list) ->
                event.fields().elements(event.fields().group().slotOf(list)).stream()
                        .map(element -> new Part(event, element))
                        .toList();
        };
    }

    /// Whether what the feed makes of the event is that something is gone.
    boolean tellsTheEnd(Feed.Effect effect) {
        return switch (effect) {
            case STATES -> false;
            case DELETES -> true;
            case FOLLOWS -> event.kind() == ChangeKind.GONE;
        };
    }

    ChangeOrder order() {
        return event.order();
    }

    /// The value of a field: the element's if it has such a field, otherwise the event's.
    @Nullable
    Object value(ColumnName field) {
        return element.group().slotOf(field) >= 0
                ? element.value(field)
                : event.fields().value(field);
    }

    boolean speaksOf(ColumnName field) {
        return value(field) != Unsaid.UNSAID;
    }

    boolean speaksOfAll(List<ColumnName> fields) {
        return fields.stream().allMatch(this::speaksOf);
    }

    /// The values of fields as a key, if none of them is null.
    Optional<Key> key(List<ColumnName> fields) {
        List<Object> parts = new ArrayList<>();
        for (ColumnName field : fields) {
            Object value = value(field);
            if (value == null || value == Unsaid.UNSAID) {
                return Optional.empty();
            }
            parts.add(value);
        }
        return Optional.of(Key.of(parts.toArray()));
    }

    /// What is said of attributes.
    Map<ColumnName, @Nullable Object> saidOf(List<Attribute> attributes) {
        Map<ColumnName, @Nullable Object> said = new TreeMap<>();
        for (Attribute attribute : attributes) {
            if (speaksOf(attribute.name())) {
                said.put(attribute.name(), value(attribute.name()));
            }
        }
        return said;
    }

    static List<ColumnName> names(List<Attribute> attributes) {
        return attributes.stream().map(Attribute::name).toList();
    }
}
