package dev.startide.domain.testkit.memory;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.SourceName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;

/// Takes in events for a source under test, remembers them, and fails when it is told to. Safe for
/// use by many threads.
public final class RecordingIngest implements IngestEvents {

    /// How a batch fails.
    public enum Fault {
        /// Nothing is logged, and the caller is told that it is not known.
        BEFORE_COMMIT,
        /// Everything is logged, but the answer is lost, so that the caller cannot know.
        AFTER_COMMIT,
        /// Another process takes the lane over just before.
        FENCED
    }

    private final Map<String, Source> sources = new TreeMap<>();
    private final InMemoryRawLog log = new InMemoryRawLog();
    private final Queue<Fault> faults = new ArrayDeque<>();
    private final List<Integer> batches = new ArrayList<>();
    private int opened;

    public RecordingIngest(Source... known) {
        for (Source source : known) {
            sources.put(source.name().value(), source);
        }
    }

    /// The next batches fail in these ways, in this order; those after them do not.
    public synchronized void failNext(Fault... next) {
        faults.addAll(List.of(next));
    }

    /// How many of the faults that were asked for have not happened yet.
    public synchronized int faultsLeft() {
        return faults.size();
    }

    @Override
    public synchronized OpenLane open(SourceName source, LaneName lane) {
        opened++;
        return log.open(sourceOf(source), lane);
    }

    @Override
    public synchronized IngestReceipt ingest(IngestBatch batch) {
        Fault fault = faults.poll();
        Source source = sourceOf(batch.lane().source());
        if (fault == Fault.BEFORE_COMMIT) {
            throw unknownOutcome();
        }
        if (fault == Fault.FENCED) {
            log.open(source, batch.lane().name());
        }
        IngestReceipt receipt = log.append(source, batch);
        batches.add(batch.events().size());
        if (fault == Fault.AFTER_COMMIT) {
            throw unknownOutcome();
        }
        return receipt;
    }

    /// The events of each lane of a source, in order, by the name of the lane.
    public synchronized Map<String, List<IncomingEvent>> eventsByLane(SourceName source) {
        Map<String, List<IncomingEvent>> events = new TreeMap<>();
        for (OpenLane lane : log.lanes()) {
            if (lane.source().equals(source)) {
                events.put(
                        lane.name().value(),
                        log.events(source, lane.name()).stream()
                                .map(LoggedEvent::event)
                                .toList());
            }
        }
        return events;
    }

    /// All events of a source, lane after lane.
    public List<IncomingEvent> events(SourceName source) {
        return eventsByLane(source).values().stream().flatMap(List::stream).toList();
    }

    /// The lanes with the source positions that have been reached.
    public synchronized List<OpenLane> lanes() {
        return log.lanes();
    }

    /// The sizes of the batches that were committed, in their order.
    public synchronized List<Integer> batchSizes() {
        return List.copyOf(batches);
    }

    /// How often a lane was taken over by a source.
    public synchronized int timesOpened() {
        return opened;
    }

    private Source sourceOf(SourceName name) {
        Source source = sources.get(name.value());
        if (source == null) {
            throw StartideException.because(FailureCode.SETTING_INVALID, "The model has no source %s".formatted(name));
        }
        return source;
    }

    private static StartideException unknownOutcome() {
        return StartideException.because(
                FailureCode.DATABASE_UNAVAILABLE, "The connection was lost; open the lane again");
    }
}
