package dev.startide.domain.draft;

import dev.startide.domain.draft.Draft.DraftedDimension;
import dev.startide.domain.draft.Draft.DraftedEntity;
import dev.startide.domain.draft.Draft.DraftedFact;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which entities, dimensions and facts the events of a draft could fill.
record StarGuess(List<DraftedEntity> entities, List<DraftedDimension> dimensions, List<DraftedFact> facts) {

    /// What the dimension of days is called.
    static final String CALENDAR = "date";

    /// @param sampled the events of the sample by their type
    static StarGuess of(List<DraftedEvent> events, Map<String, List<SampledEvent>> sampled) {
        List<Subject> subjects = Subjects.of(events, sampled);
        List<Subject> measured = subjects.stream()
                .filter(subject -> isMeasured(subject, subjects))
                .toList();
        List<Subject> named = subjects.stream()
                .filter(subject -> subject.each().isEmpty() && !measured.contains(subject))
                .filter(subject -> !shown(subject).isEmpty())
                .toList();
        FactGuess facts = new FactGuess(named, sampled);
        return new StarGuess(
                subjects.stream()
                        .map(subject -> entity(subject, measured.contains(subject) ? named : List.of()))
                        .toList(),
                named.stream().map(subject -> dimension(subject, subjects)).toList(),
                measured.stream().map(facts::of).toList());
    }

    /// What happened has numbers, or names other things; what others name is one of these.
    private static boolean isMeasured(Subject subject, List<Subject> subjects) {
        boolean hasNumbers = subject.statements().stream()
                .anyMatch(event -> subject.fields(event).stream()
                        .filter(field ->
                                subject.each().isEmpty() || subject.attributes().contains(field))
                        .anyMatch(field -> !subject.key().contains(field.name())
                                && MeasureGuess.of(field).isPresent()));
        boolean namesOthers = subject.statements().stream()
                .anyMatch(event -> !subject.references(event, subjects).isEmpty());
        boolean isNamed = subjects.stream()
                .anyMatch(other -> other.statements().stream()
                        .anyMatch(event -> other.references(event, subjects).containsValue(subject)));
        return isNamed ? hasNumbers && namesOthers : hasNumbers || namesOthers;
    }

    private static DraftedEntity entity(Subject subject, List<Subject> dimensions) {
        Map<String, String> references = new LinkedHashMap<>();
        subject.statements()
                .forEach(event -> subject.references(event, dimensions)
                        .forEach((field, other) -> references.put(field, other.name())));
        references.keySet().removeIf(field -> !isColumn(subject, field));
        return new DraftedEntity(
                subject.name(),
                names(subject.statements()),
                names(subject.ends()),
                subject.each(),
                subject.key(),
                references,
                subject.because());
    }

    /// Fields of the event around an element are no columns of it.
    private static boolean isColumn(Subject subject, String field) {
        return subject.key().contains(field)
                || subject.attributes().stream().anyMatch(own -> own.name().equals(field));
    }

    private static List<String> names(List<DraftedEvent> events) {
        return events.stream().map(DraftedEvent::name).toList();
    }

    private static DraftedDimension dimension(Subject subject, List<Subject> subjects) {
        List<String> naming = new ArrayList<>();
        for (Subject other : subjects) {
            boolean names = other.statements().stream()
                    .anyMatch(event -> other.references(event, subjects).containsValue(subject));
            if (names) {
                naming.add(other.name());
            }
        }
        String because = naming.isEmpty()
                ? "it has no numbers and names nothing else"
                : "%s names it".formatted(String.join(", ", naming));
        return new DraftedDimension(subject.name(), shown(subject), because);
    }

    /// The attributes that a dimension can show; when it was said is seen from its versions.
    private static List<String> shown(Subject subject) {
        List<String> own = new ArrayList<>(
                MemberLayout.OWN_COLUMNS.stream().map(ColumnName::value).toList());
        own.add(subject.name() + "_key");
        own.add(subject.name() + "_durable_key");
        boolean isTaken = own.contains(subject.key().getFirst());
        subject.statements().forEach(event -> own.add(event.time().field()));
        return isTaken
                ? List.of()
                : subject.attributes().stream()
                        .filter(field -> !(field.type() instanceof LogicalType.Json)
                                && !(field.type() instanceof LogicalType.Bytes))
                        .map(DraftedField::name)
                        .filter(name -> !own.contains(name))
                        .toList();
    }
}
