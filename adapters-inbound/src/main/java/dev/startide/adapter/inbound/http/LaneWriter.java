package dev.startide.adapter.inbound.http;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the lane of one source, on one thread: merges what waiting requests have to log into one
/// batch, and hands each request the verdicts on its own events.
///
/// The queue needs no bound of its own, because whoever submits bounds what is not done yet: the
/// share of a request in the byte budget lasts as long as its events wait. [#submit] may be called by many threads.
final class LaneWriter implements AutoCloseable {

    /// A batch that is on its way is waited for this long. A statement may take longer than that; it
    /// then commits or not without us, which costs nothing: what was not confirmed comes again.
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(60);

    /// While something is wrong and nothing comes in, it is tried this often whether all is well.
    private static final Duration PROBE_INTERVAL = Duration.ofSeconds(1);

    private static final Logger LOGGER = LoggerFactory.getLogger(LaneWriter.class);
    private static final Waiting END = new Waiting(List.of(), new CompletableFuture<>());

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final LaneLog log;
    private final long batchMaxBytes;
    private final Thread thread;

    private volatile boolean closed;
    private volatile @Nullable String trouble;

    private LaneWriter(String name, LaneLog log, long batchMaxBytes) {
        this.log = log;
        this.batchMaxBytes = batchMaxBytes;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::write);
    }

    static LaneWriter start(String name, LaneLog log, long batchMaxBytes) {
        LaneWriter writer = new LaneWriter(name, log, batchMaxBytes);
        writer.thread.start();
        return writer;
    }

    /// Events of one request, which wait to be logged.
    private record Waiting(List<IncomingEvent> events, CompletableFuture<List<Verdict>> verdicts) {

        /// Requests without events never wait, so that this can mean the end of the queue.
        boolean isEnd() {
            return events.isEmpty();
        }

        long bytes() {
            return events.stream().mapToLong(IncomingEvent::bytes).sum();
        }
    }

    /// Logs the events of a request, from one to [IngestBatch#MAX_EVENTS].
    ///
    /// @return one verdict for each event, once they are durable; or a [StartideException] if
    ///     nothing of it is known to be logged
    CompletableFuture<List<Verdict>> submit(List<IncomingEvent> events) {
        Waiting waiting = new Waiting(events, new CompletableFuture<>());
        queue.add(waiting);
        if (closed && queue.remove(waiting)) {
            waiting.verdicts().completeExceptionally(stopping());
        }
        return waiting.verdicts();
    }

    /// How many requests wait for the batch after the one that is on its way.
    int waiting() {
        return queue.size();
    }

    /// What went wrong with the last batch, if anything, unless the lane could be opened since.
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void write() {
        try {
            Waiting next = take();
            while (!next.isEnd()) {
                List<Waiting> group = new ArrayList<>(List.of(next));
                next = fill(group);
                log(group);
                next = next == null ? take() : next;
            }
        } catch (InterruptedException interrupted) {
            closed = true;
        } catch (Throwable broken) {
            closed = true;
            trouble = "The writer broke off: " + broken;
            LOGGER.atError().setCause(broken).log("requests are taken no longer");
        }
        refuseWhatIsLeft();
    }

    /// The next that waits. While there is none, it is found out whether a trouble is over.
    private Waiting take() throws InterruptedException {
        while (trouble != null) {
            Waiting next = queue.poll(PROBE_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            if (next != null) {
                return next;
            }
            probe();
        }
        return queue.take();
    }

    private void probe() {
        try {
            log.reopen();
            trouble = null;
        } catch (RuntimeException failure) {
            trouble = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        }
    }

    /// Adds to a group what else waits and still fits; returns the first that does not, if any.
    private @Nullable Waiting fill(List<Waiting> group) {
        int events = group.getFirst().events().size();
        long bytes = group.getFirst().bytes();
        Waiting next = queue.poll();
        while (next != null && !next.isEnd()) {
            events += next.events().size();
            bytes += next.bytes();
            if (events > IngestBatch.MAX_EVENTS || bytes > batchMaxBytes) {
                return next;
            }
            group.add(next);
            next = queue.poll();
        }
        return next;
    }

    private void log(List<Waiting> group) {
        List<IncomingEvent> events =
                group.stream().flatMap(waiting -> waiting.events().stream()).toList();
        try {
            List<Verdict> verdicts = log.append(events);
            trouble = null;
            int from = 0;
            for (Waiting waiting : group) {
                int until = from + waiting.events().size();
                waiting.verdicts().complete(List.copyOf(verdicts.subList(from, until)));
                from = until;
            }
        } catch (StartideException failure) {
            fail(group, failure);
        } catch (Throwable failure) {
            LOGGER.atError().setCause(failure).log("logging failed unexpectedly");
            fail(
                    group,
                    StartideException.because(FailureCode.INVARIANT_BROKEN, "Logging failed unexpectedly", failure));
        }
    }

    private void fail(List<Waiting> group, StartideException failure) {
        trouble = failure.getMessage();
        group.forEach(waiting -> waiting.verdicts().completeExceptionally(failure));
    }

    /// Logs what waits already, and refuses what comes now.
    @Override
    public void close() {
        closed = true;
        queue.add(END);
        try {
            boolean _ = thread.join(CLOSE_LIMIT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        refuseWhatIsLeft();
    }

    private void refuseWhatIsLeft() {
        for (Waiting left = queue.poll(); left != null; left = queue.poll()) {
            left.verdicts().completeExceptionally(stopping());
        }
    }

    private static StartideException stopping() {
        return StartideException.because(FailureCode.SOURCE_UNAVAILABLE, "The source is being stopped");
    }
}
