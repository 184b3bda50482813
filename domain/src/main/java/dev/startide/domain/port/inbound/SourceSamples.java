package dev.startide.domain.port.inbound;

import dev.startide.domain.event.IncomingEvent;
import java.util.List;

/// What an adapter can show of a source that no model knows yet.
///
/// To add some, implement this interface and make the implementation known to the platform.
public interface SourceSamples {

    /// Whether a location is one of this kind of source, such as `persistent://shop/sales/orders`.
    boolean isOne(String location);

    /// Some events that are there already, the oldest first. Changes nothing at the source, and takes
    /// a bounded time.
    ///
    /// @param location one that [#isOne] takes
    /// @param most how many to return at most
    /// @throws dev.startide.domain.failure.StartideException `SOURCE_UNAVAILABLE` if the source cannot
    ///     be read
    List<IncomingEvent> read(String location, int most);
}
