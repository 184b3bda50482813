package dev.startide.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.port.inbound.EventSource.Health;
import dev.startide.domain.testkit.memory.RecordingIngest;
import dev.startide.domain.testkit.memory.RecordingIngest.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every source that is held open promises: each event is ingested once and in the order of
/// its lane, whatever fails in between.
///
/// An adapter proves itself by extending this class and supplying something outside that it can
/// read: a topic, a file, a server. Events are published as text; it is the adapter's business
/// what they look like on the way.
@Timeout(120)
public abstract class EventSourceContract extends EventSourceTesting {

    @Test
    final void readsSourcesOfItsKind() {
        // When
        String kind = eventSource().kind();

        // Then
        assertThat(kind).isEqualTo(source().kind());
        assertThat(eventSource().options()).containsAll(source().options().keySet());
    }

    @Test
    final void deliversWhatWasThereBefore() {
        // Given
        publishToEachLane("a", MANY);

        // When
        start();

        // Then
        awaitEvents(MANY * lanes());
        assertThatEachLaneHas(contents("a", MANY));
    }

    @Test
    final void deliversWhatComesLater() {
        // Given
        publishToEachLane("a", 3);
        start();
        awaitEvents(3 * lanes());

        // When
        publishToEachLane("b", 3);

        // Then
        awaitEvents(6 * lanes());
        assertThatEachLaneHas(joined(contents("a", 3), contents("b", 3)));
    }

    @Test
    final void goesOnAfterTheStoredPosition() {
        // Given
        publishToEachLane("a", 20);
        start();
        awaitEvents(20 * lanes());
        running.close();
        publishToEachLane("b", 20);

        // When
        start();

        // Then
        awaitEvents(40 * lanes());
        assertThatEachLaneHas(joined(contents("a", 20), contents("b", 20)));
    }

    @Test
    final void losesNothingWhenABatchIsNotCommitted() {
        // Given
        startInTheMiddle();
        ingest.failNext(Fault.BEFORE_COMMIT, Fault.BEFORE_COMMIT);

        // When
        publishToEachLane("b", MANY);

        // Then
        assertThatEachLaneGetsAll();
    }

    @Test
    final void doublesNothingWhenTheAnswerIsLost() {
        // Given
        startInTheMiddle();
        ingest.failNext(Fault.AFTER_COMMIT, Fault.AFTER_COMMIT);

        // When
        publishToEachLane("b", MANY);

        // Then
        assertThatEachLaneGetsAll();
    }

    @Test
    final void takesItsLaneBackWhenItWasFenced() {
        // Given
        startInTheMiddle();
        ingest.failNext(Fault.FENCED, Fault.AFTER_COMMIT, Fault.BEFORE_COMMIT);

        // When
        publishToEachLane("b", MANY);

        // Then
        assertThatEachLaneGetsAll();
    }

    @Test
    final void startsWellWhenTheFirstBatchFails() {
        // Given
        publishToEachLane("a", MANY);
        ingest.failNext(Fault.BEFORE_COMMIT, Fault.AFTER_COMMIT, Fault.FENCED);

        // When
        start();

        // Then
        awaitEvents(MANY * lanes());
        assertThatEachLaneHas(contents("a", MANY));
    }

    @Test
    final void readsNothingMoreOnceItIsClosed() {
        // Given
        publishToEachLane("a", 3);
        start();
        awaitEvents(3 * lanes());
        running.close();
        RecordingIngest closed = ingest;
        ingest = new RecordingIngest(source());

        // When
        publishToEachLane("b", 3);

        // Then
        start();
        awaitEvents(6 * lanes());
        assertThat(closed.events(source().name())).hasSize(3 * lanes());
    }

    @Test
    final void canBeClosedTwice() {
        // Given
        start();
        running.close();

        // When
        running.close();

        // Then
        assertThat(ingest.events(source().name())).isEmpty();
    }

    @Test
    final void isReadingWhenThereIsNothingToRead() {
        // When
        start();

        // Then
        awaitHealth(Health.Reading.class);
    }

    @Test
    final void waitsForASourceThatCannotBeReachedYet() {
        // Given
        publishToEachLane("a", 3);
        makeUnreachable();

        // When
        start();

        // Then
        awaitHealth(Health.Waiting.class);
        makeReachable();
        awaitEvents(3 * lanes());
        awaitHealth(Health.Reading.class);
        assertThatEachLaneHas(contents("a", 3));
    }

    @Test
    final void outlivesALostConnection() {
        // Given
        publishToEachLane("a", 3);
        start();
        awaitEvents(3 * lanes());
        makeUnreachable();
        awaitHealth(Health.Waiting.class);

        // When
        makeReachable();

        // Then
        awaitHealth(Health.Reading.class);
        publishToEachLane("b", 3);
        awaitEvents(6 * lanes());
        assertThatEachLaneHas(joined(contents("a", 3), contents("b", 3)));
    }

    @Test
    final void refusesOptionsThatCannotBeUsed() {
        // Given
        EventSource adapter = eventSource();

        // When
        var refusal = catchThrowableOfType(StartideException.class, () -> adapter.start(unusableSource(), ingest));

        // Then
        assertThat(refusal.code()).isEqualTo(FailureCode.SETTING_INVALID);
    }
}
