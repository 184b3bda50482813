package dev.startide.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.port.inbound.EventSource.Health;
import dev.startide.domain.testkit.memory.RecordingIngest;
import dev.startide.warehouse.mapping.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// What a source that is held open is tested with: something outside to read, and an ingest that
/// fails when it is told to.
abstract class EventSourceTesting {

    static final int FEW = 3;
    static final int MANY = 500;

    RecordingIngest ingest;
    EventSource.Running running;

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

    final void start() {
        running = eventSource().start(source(), ingest);
    }

    /// Starts, and waits until each lane has been written to.
    final void startInTheMiddle() {
        publishToEachLane("a", FEW);
        start();
        awaitEvents(FEW * lanes());
    }

    /// Events come one by one in the end, so that every fault happens however large the batches
    /// are, and whatever came twice would have come before the last of them.
    final void assertThatEachLaneGetsAll() {
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

    final void publishToEachLane(String prefix, int count) {
        for (int lane = 0; lane < lanes(); lane++) {
            publish(lane, inLane(lane, contents(prefix, count)));
        }
    }

    final void awaitEvents(int count) {
        Await.until(
                "%d events were ingested".formatted(count),
                () -> ingest.events(source().name()).size() >= count);
    }

    final void awaitHealth(Class<? extends Health> kind) {
        Await.until("the source is %s".formatted(kind.getSimpleName()), () -> kind.isInstance(running.health()));
    }

    /// Says it of the lanes that were written to, whatever the adapter calls them.
    final void assertThatEachLaneHas(List<String> contents) {
        List<List<String>> expected = IntStream.range(0, lanes())
                .mapToObj(lane -> inLane(lane, contents))
                .toList();
        List<List<String>> actual = ingest.eventsByLane(source().name()).values().stream()
                .filter(events -> !events.isEmpty())
                .map(events -> events.stream().map(this::contentOf).toList())
                .toList();
        assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
    }

    static List<String> contents(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(number -> prefix + number).toList();
    }

    static List<String> inLane(int lane, List<String> contents) {
        return contents.stream()
                .map(content -> "{\"lane\":%d,\"says\":\"%s\"}".formatted(lane, content))
                .toList();
    }

    static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
