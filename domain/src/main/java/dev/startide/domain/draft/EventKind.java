package dev.startide.domain.draft;

import java.util.List;

/// Events of a sample that are taken for one type.
///
/// @param called what they call themselves, or what their source is called
/// @param when the condition by which they are known, in CEL; empty for all events of the source
/// @param wordAt the member of the payload that says what they are; empty if none does
/// @param because why they are taken for one type
record EventKind(String called, String when, List<String> wordAt, String because, List<SampledEvent> events) {

    EventKind {
        wordAt = List.copyOf(wordAt);
        events = List.copyOf(events);
    }
}
