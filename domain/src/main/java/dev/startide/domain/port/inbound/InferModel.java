package dev.startide.domain.port.inbound;

import dev.startide.domain.draft.Draft;
import java.util.List;

/// Drafts a model from samples of events.
public interface InferModel {

    /// Most events of one location that are looked at.
    int MOST_EVENTS = 10_000;

    /// A model that every event of the samples can be loaded by.
    ///
    /// @param locations files and topics, at least one; each becomes a source
    /// @param most how many events of each are looked at, 1 to [#MOST_EVENTS]
    /// @throws dev.startide.domain.failure.StartideException `SETTING_INVALID` if a location has
    ///     nothing to be read; `SOURCE_UNAVAILABLE` if it cannot be reached
    Draft infer(List<String> locations, int most);
}
