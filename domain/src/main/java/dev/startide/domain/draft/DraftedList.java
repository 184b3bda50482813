package dev.startide.domain.draft;

import java.util.List;

/// A list of objects of a draft.
public record DraftedList(String name, List<DraftedField> fields) {

    public DraftedList {
        fields = List.copyOf(fields);
    }
}
