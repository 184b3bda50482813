package dev.startide.domain.draft;

import dev.startide.warehouse.mapping.NamedFields.LeftOut;
import java.util.List;
import java.util.Optional;

/// A type of event of a draft.
///
/// @param when the condition by which it is known, in CEL; empty for all events of its source
/// @param because why it is taken for a type
/// @param time which field says when it happened
/// @param key which field identifies what it is about; empty if none does
/// @param leftOut what payloads have beside it, and nothing can be read from
public record DraftedEvent(
        String name,
        String source,
        String when,
        String because,
        Choice time,
        Optional<Choice> key,
        List<DraftedField> fields,
        List<DraftedList> lists,
        List<LeftOut> leftOut) {

    public DraftedEvent {
        fields = List.copyOf(fields);
        lists = List.copyOf(lists);
        leftOut = List.copyOf(leftOut);
    }

    /// A field that was chosen among others.
    public record Choice(String field, String because) {}

    /// The field of that name.
    Optional<DraftedField> field(String wanted) {
        return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
    }

    /// The same with other fields.
    DraftedEvent withFields(List<DraftedField> others, List<DraftedList> otherLists) {
        return new DraftedEvent(name, source, when, because, time, key, others, otherLists, leftOut);
    }

    /// The same with another time and another key.
    DraftedEvent with(Choice otherTime, Optional<Choice> otherKey) {
        return new DraftedEvent(name, source, when, because, otherTime, otherKey, fields, lists, leftOut);
    }

    /// Whether it says that something is gone.
    boolean isEnd() {
        return name.endsWith("_deleted") || name.endsWith("_removed");
    }
}
