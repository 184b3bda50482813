package dev.startide.sample.brokerage.answer;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.startide.sample.brokerage.BrokerageEvent;
import dev.startide.sample.brokerage.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was true of one key, from instant to instant: the events about it, one after the other,
/// each laid over what was said before.
///
/// @param states one for each instant at which something was said; the first holds for all time
///     before as well
record Course(Object key, List<State> states) {

    /// @param values the last value said of each field; a delete takes none away
    /// @param isGone whether the last word of the instant was a delete
    record State(Instant from, Map<String, @Nullable Object> values, boolean isGone) {}

    /// The courses of all keys of some kinds of events, by key.
    static Map<Object, Course> of(Collection<BrokerageEvent> events, Kind... kinds) {
        List<Kind> wanted = List.of(kinds);
        Map<Object, List<BrokerageEvent>> byKey = events.stream()
                .filter(event -> wanted.contains(event.kind()))
                .collect(groupingBy(BrokerageEvent::key, TreeMap::new, toList()));
        Map<Object, Course> courses = new TreeMap<>();
        byKey.forEach((key, told) -> courses.put(key, of(key, told)));
        return courses;
    }

    static Course of(Object key, List<BrokerageEvent> told) {
        List<BrokerageEvent> inOrder = told.stream()
                .sorted(comparing(BrokerageEvent::occurredAt).thenComparingInt(BrokerageEvent::changeNo))
                .toList();
        List<State> states = new ArrayList<>();
        Map<String, @Nullable Object> values = new HashMap<>();
        for (BrokerageEvent event : inOrder) {
            if (!event.kind().isDelete()) {
                values.putAll(event.said());
            }
            if (!states.isEmpty() && states.getLast().from().equals(event.occurredAt())) {
                states.removeLast();
            }
            Map<String, @Nullable Object> copy = Collections.unmodifiableMap(new HashMap<>(values));
            states.add(new State(event.occurredAt(), copy, event.kind().isDelete()));
        }
        return new Course(key, List.copyOf(states));
    }

    /// What held at an instant.
    State at(Instant instant) {
        State held = states.getFirst();
        for (State state : states) {
            if (!state.from().isAfter(instant)) {
                held = state;
            }
        }
        return held;
    }

    State last() {
        return states.getLast();
    }

    /// The last value said of a field.
    @Nullable
    Object now(String field) {
        return last().values().get(field);
    }

    /// The last value that was said of a field before it changed to another one.
    @Nullable
    Object before(String field) {
        Object previous = null;
        Object value = states.getFirst().values().get(field);
        for (State state : states) {
            Object next = state.values().get(field);
            if (!Objects.equals(value, next)) {
                previous = value;
                value = next;
            }
        }
        return previous;
    }

    /// The first value said of a field that is not null.
    @Nullable
    Object first(String field) {
        return states.stream()
                .map(state -> state.values().get(field))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
