package dev.startide.domain.port.outbound;

import dev.startide.domain.draft.Sample;
import dev.startide.domain.event.IncomingEvent;
import java.util.List;

/// Samples of events, made readable without a model. Safe for use by many threads.
public interface Samples {

    /// The first events of a file, or the schema that it holds.
    ///
    /// @param most how many events at most
    /// @throws dev.startide.domain.failure.StartideException `SETTING_INVALID` if nothing in it can be
    ///     read
    Sample ofFile(String file, int most);

    /// Events of a topic. Those that cannot be read are counted.
    ///
    /// @throws dev.startide.domain.failure.StartideException `SETTING_INVALID` if none can be read
    Sample ofTopic(String topic, List<IncomingEvent> events);
}
