package dev.startide.adapter.outbound.postgres.faults;

import static dev.startide.domain.testkit.EventBuilder.anEvent;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.warehouse.mapping.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// A source of numbers from 1 on, which is logged as an adapter does it: after any failure the lane
/// is opened again, and reading goes on from where it stands.
final class NumberedSource {

    private final Source source;
    private final RawLog log;
    private final int batch;
    private final List<StartideException> failures = new ArrayList<>();
    private Optional<OpenLane> held = Optional.empty();

    /// @param batch how many are logged at a time
    NumberedSource(Source source, RawLog log, int batch) {
        this.source = source;
        this.log = log;
        this.batch = batch;
    }

    /// Logs the numbers up to one, however often that fails.
    void logUpTo(long last) {
        while (!isLoggedUpTo(last)) {
            if (failures.size() > last) {
                throw failures.getLast();
            }
        }
    }

    /// What went wrong on the way.
    List<StartideException> failures() {
        return failures;
    }

    /// Logs the next numbers, unless that fails.
    ///
    /// @return whether none are left
    boolean isLoggedUpTo(long last) {
        try {
            OpenLane lane = held.orElseGet(() -> log.open(source, new LaneName("numbers")));
            held = Optional.empty();
            long position = lane.position().equals(SourcePosition.START)
                    ? 0
                    : Long.parseLong(lane.position().token());
            long reaches = Math.min(last, position + batch);
            if (position == last) {
                return true;
            }
            List<IncomingEvent> events = LongStream.rangeClosed(position + 1, reaches)
                    .mapToObj(number -> anEvent("e-" + number).build())
                    .toList();
            IngestBatch next = new IngestBatch(lane, events, new SourcePosition(Long.toString(reaches)));
            held = Optional.of(log.append(source, next).lane());
        } catch (StartideException failure) {
            if (!failure.handling().mayPass()) {
                throw failure;
            }
            failures.add(failure);
        }
        return false;
    }
}
