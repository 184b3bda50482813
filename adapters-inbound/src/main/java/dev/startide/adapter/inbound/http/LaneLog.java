package dev.startide.adapter.inbound.http;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.Handling;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.SourceName;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Appends to one lane of the raw log, opening it when that is needed: at first, and after every
/// failure.
///
/// Used by one thread.
final class LaneLog {

    private static final Logger LOGGER = LoggerFactory.getLogger(LaneLog.class);

    private final SourceName source;
    private final LaneName name;
    private final IngestEvents ingest;

    private @Nullable OpenLane lane;

    LaneLog(SourceName source, LaneName name, IngestEvents ingest) {
        this.source = source;
        this.name = name;
        this.ingest = ingest;
    }

    /// Appends events, durably when it returns. An event that the database refuses for its data
    /// costs none of the others.
    ///
    /// @throws StartideException if it is not known that they were logged
    List<Verdict> append(List<IncomingEvent> events) {
        try {
            return tryAppend(events);
        } catch (StartideException failure) {
            lane = null;
            if (failure.handling() == Handling.QUARANTINE) {
                return bisect(events, failure);
            }
            if (failure.code() == FailureCode.FENCED) {
                warnOfAnother();
                return tryAgain(events);
            }
            throw failure;
        }
    }

    /// Opens the lane anew, to see whether that works.
    ///
    /// @throws StartideException if it does not
    void reopen() {
        lane = null;
        lane = ingest.open(source, name);
    }

    private List<Verdict> tryAppend(List<IncomingEvent> events) {
        OpenLane open = lane == null ? ingest.open(source, name) : lane;
        IngestReceipt receipt = ingest.ingest(IngestBatch.of(open, events));
        lane = receipt.lane();
        FailPoint.REQUEST_LOGGED.reached();
        return receipt.outcomes().stream().map(Verdict::of).toList();
    }

    private List<Verdict> tryAgain(List<IncomingEvent> events) {
        try {
            return tryAppend(events);
        } catch (StartideException failure) {
            lane = null;
            throw failure;
        }
    }

    private List<Verdict> bisect(List<IncomingEvent> events, StartideException refusal) {
        if (events.size() == 1) {
            return List.of(Verdict.rejected("was refused by the database: " + refusal.getMessage()));
        }
        int half = events.size() / 2;
        return Stream.concat(
                        append(events.subList(0, half)).stream(), append(events.subList(half, events.size())).stream())
                .toList();
    }

    private void warnOfAnother() {
        LOGGER.atWarn()
                .addKeyValue("source", source)
                .addKeyValue("lane", name)
                .log("lane was taken over by another server; give each server its own startide.http.instance");
    }
}
