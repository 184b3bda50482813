package dev.startide.domain.draft;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An event of a sample, as trees of [dev.startide.domain.normalize.Scalar], [java.util.List], [Map]
/// by name and null.
///
/// @param event the payload
/// @param attributes CloudEvents attributes; none for other events
public record SampledEvent(Map<String, @Nullable Object> event, Map<String, @Nullable Object> attributes) {

    /// Without anything that the event says.
    @Override
    public String toString() {
        return "an event with %d members".formatted(event.size());
    }
}
