package dev.startide.domain.draft;

import dev.startide.domain.draft.Draft.DraftedSource;
import dev.startide.warehouse.mapping.DescribedField;
import dev.startide.warehouse.mapping.NamedField;
import dev.startide.warehouse.mapping.NamedFields;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Makes a draft of samples.
///
/// The same samples give the same draft. Every event of the samples can be loaded by it.
public final class Drafting {

    /// Days of a calendar begin here where no event says otherwise.
    private static final int USUAL_YEAR = 2020;

    private final DraftNames sourceNames = new DraftNames();
    private final DraftNames eventNames = new DraftNames();
    private final List<DraftedSource> sources = new ArrayList<>();
    private final List<DraftedEvent> events = new ArrayList<>();
    private final Map<String, List<SampledEvent>> sampled = new TreeMap<>();

    private Drafting() {}

    /// The draft of a warehouse that these sources fill.
    ///
    /// @param samples at least one
    public static Draft of(List<Sample> samples) {
        Drafting drafting = new Drafting();
        samples.forEach(drafting::add);
        return drafting.finish();
    }

    private void add(Sample sample) {
        String source = sourceNames.give(sample.name(), "events");
        sources.add(new DraftedSource(source, sample.origin(), sample.events().size(), sample.passedOver()));
        SampleValues values = SampleValues.of(sample.events());
        for (EventKind kind : EventKinds.of(sample)) {
            Describing describing = new Describing(values);
            List<DescribedField> described = sample.schema().isEmpty()
                    ? describing.fields(
                            kind.events().stream().map(SampledEvent::event).toList())
                    : sample.schema();
            DraftedEvent event = event(source, kind, described, describing);
            sampled.put(event.name(), kind.events());
            events.add(event);
        }
    }

    private DraftedEvent event(String source, EventKind kind, List<DescribedField> described, Describing describing) {
        NamedFields named = NamedFields.of(
                described.stream()
                        .filter(field -> !List.of(field.name()).equals(kind.wordAt()))
                        .toList(),
                DraftNames.LONGEST_FIELD);
        List<DraftedField> fields = new ArrayList<>();
        List<DraftedList> lists = new ArrayList<>();
        for (NamedField field : named.fields()) {
            switch (field) {
                case NamedField.Single single -> fields.add(drafted(single, List.of(), describing));
                case NamedField.Repeated list when list.element().isEmpty() -> {}
                case NamedField.Repeated list -> lists.add(list(list, describing));
            }
        }
        return new DraftedEvent(
                eventNames.give(kind.called(), "event"),
                source,
                kind.when(),
                kind.because(),
                TimeGuess.NONE,
                Optional.empty(),
                fields,
                lists,
                named.leftOut());
    }

    private static DraftedList list(NamedField.Repeated list, Describing describing) {
        List<String> around = Trees.below(list.path(), SampleValues.ELEMENT);
        return new DraftedList(
                list.name().value(),
                list.element().stream()
                        .map(field -> drafted(field, around, describing))
                        .toList());
    }

    private static DraftedField drafted(NamedField.Single field, List<String> around, Describing describing) {
        List<String> path = new ArrayList<>(around);
        path.addAll(field.path());
        return new DraftedField(field, describing.because(path));
    }

    private Draft finish() {
        List<DraftedEvent> agreed = Agreement.of(events);
        Set<String> taken = names(agreed);
        List<DraftedEvent> whole =
                agreed.stream().map(event -> withTimeAndKey(event, taken)).toList();
        StarGuess star = StarGuess.of(whole, sampled);
        return new Draft(
                sources.getFirst().name(),
                sources,
                whole,
                star.entities(),
                star.dimensions(),
                star.facts(),
                firstYear(whole));
    }

    /// @param taken names of fields of any event, which a further field must not have
    private DraftedEvent withTimeAndKey(DraftedEvent event, Set<String> taken) {
        TimeGuess time = TimeGuess.of(event.name(), event.fields(), sampledOf(event), name -> !taken.contains(name));
        List<DraftedField> fields = new ArrayList<>(event.fields());
        time.added().ifPresent(fields::add);
        return event.withFields(fields, event.lists())
                .with(time.choice(), KeyGuess.of(event.name(), event.fields(), sampledOf(event)));
    }

    private static Set<String> names(List<DraftedEvent> events) {
        Set<String> names = new HashSet<>();
        for (DraftedEvent event : events) {
            event.fields().forEach(field -> names.add(field.name()));
            for (DraftedList list : event.lists()) {
                names.add(list.name());
                list.fields().forEach(field -> names.add(field.name()));
            }
        }
        return names;
    }

    private List<SampledEvent> sampledOf(DraftedEvent event) {
        return sampled.getOrDefault(event.name(), List.of());
    }

    private int firstYear(List<DraftedEvent> drafted) {
        return drafted.stream()
                .flatMap(event -> event.field(event.time().field()).stream()
                        .flatMap(field ->
                                sampledOf(event).stream().flatMap(each -> TimeGuess.instant(each, field).stream())))
                .min(Instant::compareTo)
                .map(first -> first.atOffset(ZoneOffset.UTC).getYear())
                .orElse(USUAL_YEAR);
    }
}
