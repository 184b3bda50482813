package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says when messages between what the database has and what the broker has are missing, and stops
/// there unless that was accepted.
///
/// Used by one thread.
final class GapCheck {

    private static final Logger LOGGER = LoggerFactory.getLogger(GapCheck.class);

    private final Feeding feeding;
    private final String partition;
    private PulsarPosition furthest = PulsarPosition.START;
    private PulsarPosition resumed = PulsarPosition.START;

    GapCheck(Feeding feeding, String partition) {
        this.feeding = feeding;
        this.partition = partition;
    }

    /// To be told where reading begins.
    ///
    /// @throws StartideException `SOURCE_GAP` if messages are missing
    void begins(PulsarPosition at) {
        resumed = at;
        if (furthest.isAfter(at)) {
            LOGGER.atWarn()
                    .addKeyValue("source", feeding.source().name())
                    .addKeyValue("lane", partition)
                    .log(
                            "database came back older; reading goes back from {} to {}",
                            furthest.stored().token(),
                            at.stored().token());
        }
        String url = feeding.config().adminUrl();
        if (url != null && !at.isStart()) {
            judge(Gap.after(at, holdings(new PulsarAdmin(feeding.config(), url))));
        }
    }

    private Gap.Holdings holdings(PulsarAdmin admin) {
        return Gap.Holdings.of(
                admin.ofTopic(partition, "internalStats"), feeding.options().subscription());
    }

    private void judge(Gap gap) {
        switch (gap) {
            case Gap.None() -> {}
            case Gap.Possible(long next) ->
                LOGGER.atWarn()
                        .addKeyValue("source", feeding.source().name())
                        .addKeyValue("lane", partition)
                        .log(
                                "the broker no longer has the ledger of {}, and begins with ledger {}; whether messages between were lost cannot be told",
                                resumed.stored().token(),
                                next);
            case Gap.Likely(long next) -> found("ledger %d".formatted(next));
        }
    }

    /// To be told of each batch before it is logged: the first one after the database came back
    /// older has to begin with what was logged before.
    ///
    /// @throws StartideException `SOURCE_GAP` if messages are missing
    void reads(PartitionReader.Batch batch) {
        boolean isFirstAfterRewind = furthest.isAfter(resumed);
        if (isFirstAfterRewind && batch.first().isAfter(furthest)) {
            found(batch.first().stored().token());
        }
        resumed = batch.reaches();
    }

    /// To be told of what was committed.
    void reached(PulsarPosition position) {
        furthest = position.isAfter(furthest) ? position : furthest;
    }

    private void found(String next) {
        String message =
                "Messages of %s after %s, where its lane in the database stands, are no longer at the broker, which goes on with %s; restore a newer database, or set startide.pulsar.gaps=accept to go on without them"
                        .formatted(partition, resumed.stored().token(), next);
        switch (feeding.config().gaps()) {
            case STOP -> throw StartideException.because(FailureCode.SOURCE_GAP, message);
            case ACCEPT ->
                LOGGER.atError()
                        .addKeyValue("source", feeding.source().name())
                        .addKeyValue("lane", partition)
                        .addKeyValue("failure", FailureCode.SOURCE_GAP)
                        .log("gap was accepted: {}", message);
        }
    }
}
