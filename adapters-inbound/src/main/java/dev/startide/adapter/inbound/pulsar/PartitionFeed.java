package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.Handling;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.EventSource.Health;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pulsar.client.api.PulsarClientException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Feeds one partition into its lane, on one thread: waits for its turn, takes over the lane, reads
/// from where the database says, logs, acknowledges; and begins anew after any failure.
final class PartitionFeed implements Runnable {

    private static final Logger LOGGER = LoggerFactory.getLogger(PartitionFeed.class);
    private static final Duration TURN_CHECK = Duration.ofSeconds(1);

    private final Feeding feeding;
    private final String partition;
    private final StopSignal stop;
    private final Backoff backoff;
    private final GapCheck gaps;

    private volatile Health health = new Health.Reading();

    PartitionFeed(Feeding feeding, String partition, StopSignal stop) {
        this.feeding = feeding;
        this.partition = partition;
        this.stop = stop;
        this.backoff = feeding.newBackoff();
        this.gaps = new GapCheck(feeding, partition);
    }

    Health health() {
        return health;
    }

    /// Ends the reading; the thread ends soon after.
    void end() {
        stop.raise();
    }

    @Override
    public void run() {
        try {
            feed();
        } catch (Throwable broken) {
            LOGGER.atError()
                    .addKeyValue("source", feeding.source().name())
                    .addKeyValue("lane", partition)
                    .setCause(broken)
                    .log("partition given up");
            health = new Health.Stopped("Reading %s broke off: %s".formatted(partition, broken));
        }
    }

    private void feed() {
        while (isWanted()) {
            try (Seat seat =
                    Seat.take(feeding.client(), partition, feeding.options().subscription())) {
                occupy(seat);
            } catch (PulsarClientException failure) {
                waitAfter(feeding.unavailable(partition, failure));
            } catch (InterruptedException interrupted) {
                stop.raise();
            } catch (StartideException failure) {
                waitAfter(failure);
            } catch (RuntimeException failure) {
                waitAfterUnforeseen(failure);
            }
        }
    }

    /// Serves whenever it is our turn. What goes wrong with the database is no reason to leave the
    /// seat: it would be the same for whoever has it next.
    private void occupy(Seat seat) throws PulsarClientException, InterruptedException {
        while (isWanted()) {
            seat.awaitTurn(TURN_CHECK);
            try {
                if (seat.hasTurn()) {
                    serve(seat);
                } else if (seat.isConnected()) {
                    reads();
                } else {
                    waitForBroker();
                }
            } catch (StartideException failure) {
                waitAfter(failure);
            }
        }
    }

    private void serve(Seat seat) throws PulsarClientException {
        OpenLane lane = feeding.ingest().open(feeding.source().name(), new LaneName(partition));
        PulsarPosition position = PulsarPosition.of(lane.position());
        LOGGER.atInfo()
                .addKeyValue("source", lane.source())
                .addKeyValue("lane", lane.name())
                .addKeyValue("epoch", lane.epoch())
                .log("lane taken over");
        gaps.begins(position);
        try (PartitionReader reader = feeding.reader(partition, position)) {
            long quietSince = System.nanoTime();
            while (isWanted() && seat.hasTurn() && reader.isWhole()) {
                Optional<PartitionReader.Batch> batch = reader.next();
                if (batch.isPresent()) {
                    lane = log(lane, batch.get(), seat);
                    quietSince = System.nanoTime();
                } else if (System.nanoTime() - quietSince
                        > feeding.config().idleCheckInterval().toNanos()) {
                    compare(lane);
                    reader.askAgain();
                    quietSince = System.nanoTime();
                }
                reads();
            }
        }
    }

    private OpenLane log(OpenLane lane, PartitionReader.Batch batch, Seat seat) throws PulsarClientException {
        gaps.reads(batch);
        IngestBatch next = new IngestBatch(lane, batch.events(), batch.reaches().stored());
        OpenLane advanced = feeding.ingest().ingest(next).lane();
        gaps.reached(batch.reaches());
        if (batch.done().isPresent()) {
            seat.acknowledge(batch.done().get());
            FailPoint.BROKER_TOLD.reached();
        }
        backoff.reset();
        return advanced;
    }

    /// Has the lane refuse us if it is not as we left it: the database may have come back older,
    /// and messages that it lost may be the last ones for a long time.
    private void compare(OpenLane lane) {
        var _ = feeding.ingest().ingest(IngestBatch.of(lane, List.of()));
    }

    private void reads() {
        if (health instanceof Health.Waiting) {
            LOGGER.atInfo()
                    .addKeyValue("source", feeding.source().name())
                    .addKeyValue("lane", partition)
                    .log("partition is read again");
        }
        health = new Health.Reading();
    }

    /// The client connects anew by itself; the turn that we had is then ours still, or is taken.
    private void waitForBroker() {
        String reason = "The connection to Pulsar at %s was lost; check that the broker runs"
                .formatted(feeding.config().serviceUrl());
        become(new Health.Waiting(reason), reason, FailureCode.SOURCE_UNAVAILABLE, null);
        stop.await(TURN_CHECK);
    }

    private boolean isWanted() {
        return !stop.isRaised() && !(health instanceof Health.Stopped);
    }

    private void waitAfter(StartideException failure) {
        boolean isFinal = failure.handling() == Handling.HALT;
        String reason = String.valueOf(failure.getMessage());
        become(
                isFinal ? new Health.Stopped(reason) : new Health.Waiting(reason),
                reason,
                failure.code(),
                failure.code() == FailureCode.INVARIANT_BROKEN ? failure : null);
        stop.await(isFinal ? Duration.ZERO : backoff.next());
    }

    /// Nobody has said that it must end, so that it is tried again.
    private void waitAfterUnforeseen(RuntimeException failure) {
        String reason = "Reading %s failed unexpectedly and is tried again: %s"
                .formatted(partition, failure.getClass().getSimpleName());
        become(new Health.Waiting(reason), reason, FailureCode.INVARIANT_BROKEN, failure);
        stop.await(backoff.next());
    }

    /// Changes the health, and logs that unless it is known already.
    private void become(Health now, String reason, FailureCode code, @Nullable Throwable cause) {
        if (!now.equals(health)) {
            LOGGER.atWarn()
                    .addKeyValue("source", feeding.source().name())
                    .addKeyValue("lane", partition)
                    .addKeyValue("failure", code)
                    .setCause(cause)
                    .log(now instanceof Health.Stopped ? "partition given up: {}" : "partition waits: {}", reason);
        }
        health = now;
    }
}
