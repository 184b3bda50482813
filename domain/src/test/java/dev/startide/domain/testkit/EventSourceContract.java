package dev.startide.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.port.inbound.EventSource.Health;
import dev.startide.domain.testkit.memory.RecordingIngest;
import dev.startide.domain.testkit.memory.RecordingIngest.Fault;
import dev.startide.warehouse.mapping.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every source that is held open promises: each event is ingested once and in the order of
/// its lane, whatever fails in between.
///
/// An adapter proves itself by extending this class and supplying something outside that it can
/// read: a topic, a file, a server. Events are published as text; it is the adapter's business
/// what they look like on the way.
@Timeout(120)
public abstract class EventSourceContract {

    private static final int FEW = 3;
    private static final int MANY = 500;

    private RecordingIngest ingest;
    private EventSource.Running running;

    /// The adapter, for what [#prepareOutside] made last. Called whenever a test starts to read.
    protected abstract EventSource eventSource();

    /// Makes what is read, empty and reachable, and new for each test.
    protected abstract void prepareOutside();

    /// The source as a model declares it, with the options that lead to what was prepared.
    protected abstract Source source();

    /// A source of the same kind with options that cannot be used.
    protected abstract Source unusableSource();

    /// How many lanes the source has, at least one.
    protected int lanes() {
        return 1;
    }

    /// Publishes events to one lane, in this order.
    ///
    /// @param lane from 0 to below [#lanes]
    protected abstract void publish(int lane, List<String> contents);

    /// Cuts the connection, so that reading fails from now on.
    protected abstract void makeUnreachable();

    /// Restores the connection.
    protected abstract void makeReachable();

    /// What was published, as it arrives.
    protected String contentOf(IncomingEvent event) {
        return new String(event.payload().bytes(), StandardCharsets.UTF_8);
    }

    @BeforeEach
    final void prepare() {
        prepareOutside();
        ingest = new RecordingIngest(source());
    }

    @AfterEach
    final void closeWhatRuns() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    final void readsSourcesOfItsKind() {
        // When
        String kind = eventSource().kind();

        // Then
        assertThat(kind).isEqualTo(source().kind());
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

    private void start() {
        running = eventSource().start(source(), ingest);
    }

    /// Starts, and waits until each lane has been written to.
    private void startInTheMiddle() {
        publishToEachLane("a", FEW);
        start();
        awaitEvents(FEW * lanes());
    }

    /// Events come one by one in the end, so that every fault happens however large the batches
    /// are, and whatever came twice would have come before the last of them.
    private void assertThatEachLaneGetsAll() {
        awaitEvents((FEW + MANY) * lanes());
        List<String> last = contents("c", FEW + 1);
        for (int number = 0; number < last.size(); number++) {
            for (int lane = 0; lane < lanes(); lane++) {
                publish(lane, inLane(lane, last.subList(number, number + 1)));
            }
            awaitEvents((FEW + MANY + number + 1) * lanes());
        }
        assertThat(ingest.faultsLeft()).isZero();
        assertThatEachLaneHas(joined(joined(contents("a", FEW), contents("b", MANY)), last));
    }

    private void publishToEachLane(String prefix, int count) {
        for (int lane = 0; lane < lanes(); lane++) {
            publish(lane, inLane(lane, contents(prefix, count)));
        }
    }

    private void awaitEvents(int count) {
        Await.until(
                "%d events were ingested".formatted(count),
                () -> ingest.events(source().name()).size() >= count);
    }

    private void awaitHealth(Class<? extends Health> kind) {
        Await.until("the source is %s".formatted(kind.getSimpleName()), () -> kind.isInstance(running.health()));
    }

    /// Says it of the lanes that were written to, whatever the adapter calls them.
    private void assertThatEachLaneHas(List<String> contents) {
        List<List<String>> expected = IntStream.range(0, lanes())
                .mapToObj(lane -> inLane(lane, contents))
                .toList();
        List<List<String>> actual = ingest.eventsByLane(source().name()).values().stream()
                .filter(events -> !events.isEmpty())
                .map(events -> events.stream().map(this::contentOf).toList())
                .toList();
        assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> contents(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(number -> prefix + number).toList();
    }

    private static List<String> inLane(int lane, List<String> contents) {
        return contents.stream()
                .map(content -> "{\"lane\":%d,\"says\":\"%s\"}".formatted(lane, content))
                .toList();
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
