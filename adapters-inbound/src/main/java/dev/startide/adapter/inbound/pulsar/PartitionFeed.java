package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.Handling;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.EventSource.Health;
import java.time.Duration;
import java.util.Optional;
import org.apache.pulsar.client.api.PulsarClientException;
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

    private volatile Health health = new Health.Reading();

    PartitionFeed(Feeding feeding, String partition, StopSignal stop) {
        this.feeding = feeding;
        this.partition = partition;
        this.stop = stop;
        this.backoff = feeding.newBackoff();
    }

    Health health() {
        return health;
    }

    @Override
    public void run() {
        while (isWanted()) {
            try (Seat seat =
                    Seat.take(feeding.client(), partition, feeding.options().subscription())) {
                occupy(seat);
            } catch (PulsarClientException failure) {
                waitAfter(feeding.unavailable(partition, failure));
            } catch (InterruptedException interrupted) {
                stop.raise();
            } catch (RuntimeException failure) {
                waitAfter(unforeseen(failure));
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
                } else {
                    health = seat.isConnected() ? new Health.Reading() : disconnected();
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
        try (PartitionReader reader = feeding.reader(partition, position)) {
            health = new Health.Reading();
            while (isWanted() && seat.hasTurn()) {
                Optional<PartitionReader.Batch> batch = reader.next();
                if (batch.isPresent()) {
                    lane = log(lane, batch.get(), seat);
                }
            }
        }
    }

    private OpenLane log(OpenLane lane, PartitionReader.Batch batch, Seat seat) throws PulsarClientException {
        IngestBatch next = new IngestBatch(lane, batch.events(), batch.reaches().stored());
        OpenLane advanced = feeding.ingest().ingest(next).lane();
        seat.acknowledge(batch.last());
        backoff.reset();
        return advanced;
    }

    private Health disconnected() {
        return new Health.Waiting("The connection to Pulsar at %s was lost; check that the broker runs"
                .formatted(feeding.config().serviceUrl()));
    }

    private boolean isWanted() {
        return !stop.isRaised() && !(health instanceof Health.Stopped);
    }

    private void waitAfter(StartideException failure) {
        boolean isFinal = failure.handling() == Handling.HALT;
        String reason = String.valueOf(failure.getMessage());
        Health now = isFinal ? new Health.Stopped(reason) : new Health.Waiting(reason);
        if (!now.equals(health)) {
            LOGGER.atWarn()
                    .addKeyValue("source", feeding.source().name())
                    .addKeyValue("lane", partition)
                    .addKeyValue("failure", failure.code())
                    .setCause(failure.code() == FailureCode.INVARIANT_BROKEN ? failure : null)
                    .log(isFinal ? "partition given up: {}" : "partition waits: {}", reason);
        }
        health = now;
        stop.await(isFinal ? Duration.ZERO : backoff.next());
    }

    private StartideException unforeseen(RuntimeException failure) {
        return failure instanceof StartideException known
                ? known
                : StartideException.because(
                        FailureCode.INVARIANT_BROKEN, "Reading %s failed unexpectedly".formatted(partition), failure);
    }
}
