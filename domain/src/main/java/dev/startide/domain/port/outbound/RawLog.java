package dev.startide.domain.port.outbound;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.OpenLane;
import dev.startide.warehouse.mapping.Source;
import java.util.List;
import java.util.Map;

/// The append-only log of everything we were ever told, in lanes.
///
/// Positions of a lane start at 1, have no gaps, and become visible in their order. Implementations
/// are safe for use by many threads; one lane is written by one thread at a time.
public interface RawLog {

    /// Takes over a lane of a source, creating it if there is none of that name. Every earlier
    /// holder is fenced: its next append fails with `FENCED`.
    OpenLane open(Source source, LaneName lane);

    /// Appends a batch, all of it or nothing, and moves the lane's source position to what the
    /// batch reaches.
    ///
    /// Durable when it returns. Where the source's policy recognises ids, an event whose id was
    /// logged within the window is not written again; one with other content is written as a
    /// conflict. Ids belong to the source, whatever the lane. The window begins with the arrival of
    /// the event that was logged and is measured by arrival times; only the bytes of the payload
    /// are its content. Where the policy goes by positions, ids mean nothing.
    ///
    /// Any character may stand in a header or an id, NUL included, and comes back as it was; times
    /// of arrival come back in microseconds.
    ///
    /// @throws dev.startide.domain.failure.StartideException `FENCED` if the lane was taken over,
    ///     or stands at another source position than the batch says; `DATABASE_UNAVAILABLE` if the
    ///     outcome is unknown, in which case the caller opens the lane again and goes on from the
    ///     position that it finds
    IngestReceipt append(Source source, IngestBatch batch);

    /// Reads events in the order of their positions, from each lane after the position given for
    /// it, and from the beginning of lanes that are not mentioned. What was let go is passed over:
    /// whoever needs it asks [#released] first.
    ///
    /// Returns fewer than there are when a limit is reached, but at least one if there is any, and
    /// shares the limits between lanes so that none starves. The events of a lane are consecutive:
    /// no position is left out.
    ///
    /// @param maxEvents most events to return, positive
    /// @param maxBytes most payload bytes to return, positive; a single larger event is returned
    ///     nevertheless
    List<LoggedEvent> read(Map<LaneId, Long> after, int maxEvents, long maxBytes);

    /// Up to which position each lane was let go: these events are no longer there. Lanes of which
    /// everything is there are left out.
    Map<LaneId, Long> released();
}
