package dev.startide.domain.draft;

import dev.startide.domain.draft.Draft.DraftedFact;
import dev.startide.domain.normalize.Scalar;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.schema.LogicalType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes facts of what has numbers, or names other things.
final class FactGuess {

    private static final int MOST_DEGENERATE = 8;

    private final List<Subject> dimensions;
    private final Map<String, List<SampledEvent>> sampled;

    /// @param dimensions what has a dimension
    /// @param sampled the events of the sample by their type
    FactGuess(List<Subject> dimensions, Map<String, List<SampledEvent>> sampled) {
        this.dimensions = dimensions;
        this.sampled = sampled;
    }

    DraftedFact of(Subject subject) {
        DraftedEvent event = subject.statements().stream()
                .max(Comparator.comparingInt(each -> weight(subject, each)))
                .orElseThrow();
        Map<String, String> roles = roles(subject, event);
        Set<String> taken = taken(subject, event, roles);
        Map<String, String> measures = measures(subject, event, taken);
        return new DraftedFact(
                subject.name(),
                event.name(),
                subject.key(),
                event.time().field(),
                roles,
                degenerate(subject, event, taken),
                measures,
                measures.isEmpty() ? "it names other things" : "it has numbers");
    }

    private int weight(Subject subject, DraftedEvent event) {
        return roles(subject, event).size() + measures(subject, event, Set.of()).size();
    }

    private Map<String, String> roles(Subject subject, DraftedEvent event) {
        Map<String, String> roles = new LinkedHashMap<>();
        subject.references(event, dimensions).forEach((field, other) -> roles.putIfAbsent(other.name(), field));
        return roles;
    }

    /// Columns that the fact has anyway, and fields that its roles take.
    private static Set<String> taken(Subject subject, DraftedEvent event, Map<String, String> roles) {
        Set<String> taken = new HashSet<>(roles.values());
        taken.addAll(subject.key());
        taken.add(event.time().field());
        taken.add(FactLayout.EVENT_TIME.value());
        taken.add(StarGuess.CALENDAR + "_key");
        for (String role : roles.keySet()) {
            taken.add(role + "_key");
            taken.add(role + "_durable_key");
        }
        return taken;
    }

    /// A fact of elements leaves the numbers of their event alone: they would be counted many times.
    private static Map<String, String> measures(Subject subject, DraftedEvent event, Set<String> taken) {
        List<DraftedField> own = subject.attributes();
        Map<String, String> measures = new LinkedHashMap<>();
        for (DraftedField field : subject.fields(event)) {
            if (own.contains(field) && !taken.contains(field.name())) {
                MeasureGuess.of(field).ifPresent(sum -> measures.put(field.name(), sum));
            }
        }
        return measures;
    }

    private List<String> degenerate(Subject subject, DraftedEvent event, Set<String> taken) {
        List<String> degenerate = new ArrayList<>();
        for (DraftedField field : subject.fields(event)) {
            boolean isOfEvent = event.fields().contains(field);
            if (isOfEvent
                    && !taken.contains(field.name())
                    && degenerate.size() < MOST_DEGENERATE
                    && isFlag(field, event)) {
                degenerate.add(field.name());
            }
        }
        return degenerate;
    }

    /// Whether a field has a few values that come again.
    private boolean isFlag(DraftedField field, DraftedEvent event) {
        if (field.type() instanceof LogicalType.Bool) {
            return true;
        }
        if (!(field.type() instanceof LogicalType.Text)) {
            return false;
        }
        List<SampledEvent> events = sampled.getOrDefault(event.name(), List.of());
        Set<Object> values = new HashSet<>();
        events.forEach(each -> Trees.at(each.event(), field.named().path())
                .filter(Scalar.Text.class::isInstance)
                .ifPresent(values::add));
        return !values.isEmpty() && values.size() * 2 <= events.size();
    }
}
