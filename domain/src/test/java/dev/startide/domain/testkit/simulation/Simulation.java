package dev.startide.domain.testkit.simulation;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.service.IngestService;
import dev.startide.domain.service.LoadService;
import dev.startide.domain.service.LoadSettings;
import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.course.Happening;
import dev.startide.domain.testkit.course.Mishaps;
import dev.startide.domain.testkit.course.WarehouseRun;
import dev.startide.domain.testkit.memory.InMemoryStorage;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.mapping.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Plays moves, one after the other and in the middle of each other, until everything has been
/// loaded; then [SimulationCheck] looks what has become of the events.
public final class Simulation {

    static final int INSTANCES = 2;
    static final Duration LEASE = Duration.ofSeconds(15);
    static final long MANY_BYTES = 1_000_000;

    /// No simulation needs as many turns to come to its end.
    private static final int MANY_TURNS = 500;

    private final WarehouseLayout layout;
    private final SimulatedClock clock = new SimulatedClock();
    private final Moments moments = new Moments(this::playInBetween);
    private final Mishaps ingesting = new Mishaps(() -> {});
    private final Mishaps loading = new Mishaps(() -> {});
    private final InMemoryStorage storage;
    private final Prepared prepared = new Prepared();
    private final Map<LaneName, Topic> topics = new LinkedHashMap<>();
    private final Outbox outbox = new Outbox();
    private final List<Instance> instances;
    private @Nullable Instance atWork;

    private Simulation(WarehouseLayout layout) {
        this.layout = layout;
        this.storage = new InMemoryStorage(layout, clock, moments::pass);
        RawLog log = moments.before(RawLog.class, storage.adapters().rawLog());
        IngestService ingest =
                new IngestService(layout.model(), mishaps(Move.Place.INGEST).of(RawLog.class, "append", log));
        this.instances = IntStream.range(0, INSTANCES)
                .mapToObj(number -> new Instance(
                        "instance-" + number,
                        new Move.Dies(number, WarehouseRun.MANY, WarehouseRun.MANY),
                        ingest,
                        this::loader))
                .toList();
    }

    /// Plays moves in an empty warehouse, lets everything come to its end, and compares.
    ///
    /// @throws AssertionError if events were lost, doubled or miscounted, or the warehouse is not as
    ///     it should be
    public static void play(WarehouseLayout layout, List<Move> moves) {
        Simulation simulation = new Simulation(layout);
        moves.forEach(simulation::play);
        simulation.comeToAnEnd();
        new SimulationCheck(layout, simulation.storage, simulation.prepared).check();
    }

    private LoadService loader(LoadSettings settings) {
        AdaptersUnderTest adapters = storage.adapters();
        Warehouse warehouse = moments.before(Warehouse.class, adapters.warehouse());
        return new LoadService(
                layout,
                moments.before(RawLog.class, adapters.rawLog()),
                prepared::read,
                mishaps(Move.Place.LOAD).of(Warehouse.class, "write", warehouse),
                moments.before(Cursors.class, adapters.cursors()),
                moments.before(LoaderLease.class, adapters.lease()),
                settings,
                Runnable::run);
    }

    private void play(Move move) {
        switch (move) {
            case Move.Comes(var arrival) -> come(arrival, prepared.event(arrival));
            case Move.Contradicts(var arrival) ->
                come(arrival, prepared.contradiction(arrival, layout.model().sources()));
            case Move.Reads reads -> read(reads);
            case Move.Sends sends -> turn(sends.instance(), instance -> outbox.send(sends, instance.http()));
            case Move.Loads(int number) -> load(number);
            case Move.GoesWrong(var place, var mishap) -> mishaps(place).expect(mishap);
            case Move.LosesConnection() -> loseConnection();
            case Move.Meanwhile meanwhile -> moments.plan(meanwhile);
            case Move.Passes(var time) -> clock.pass(time);
            case Move.Dies dies -> instances.get(dies.instance()).kill(dies);
            case Move.Forgets() -> topics.values().forEach(Topic::forget);
        }
    }

    private Mishaps mishaps(Move.Place place) {
        return switch (place) {
            case INGEST -> ingesting;
            case LOAD -> loading;
        };
    }

    private void playInBetween(List<Move> moves) {
        moves.forEach(this::play);
        if (atWork != null && atWork.isDead()) {
            throw new Mishaps.Died();
        }
    }

    private void come(Happening arrival, IncomingEvent event) {
        Source source = Prepared.sourceOf(arrival, layout.model().sources());
        switch (source.dedupe()) {
            case Source.Dedupe.ById _ -> outbox.put(source.name(), event);
            case Source.Dedupe.ByPosition(), Source.Dedupe.None() ->
                topic(new Topic(source.name(), Prepared.laneOf(arrival))).publish(event);
        }
    }

    private Topic topic(Topic named) {
        return topics.computeIfAbsent(named.lane(), _ -> named);
    }

    private boolean read(Move.Reads how) {
        Topic topic = topic(new Topic(how.source(), how.partition()));
        return turn(how.instance(), instance -> instance.feed(topic).turn(how));
    }

    /// @return whether nothing was left to do
    private boolean load(int number) {
        List<LoadStep> steps = new ArrayList<>();
        boolean wentWell = turn(number, instance -> steps.add(instance.loader().loadNext()));
        return wentWell && steps.contains(new LoadStep.Idle());
    }

    private void loseConnection() {
        if (atWork != null) {
            throw StartideException.because(FailureCode.DATABASE_UNAVAILABLE, "The connection was lost; try again");
        }
    }

    /// @return whether an instance took its turn, and nothing went wrong
    private boolean turn(int number, Consumer<Instance> work) {
        Instance instance = instances.get(number);
        if (instance.isBusy()) {
            return false;
        }
        Instance before = atWork;
        atWork = instance;
        instance.setBusy(true);
        try {
            work.accept(instance);
            return true;
        } catch (Mishaps.Died died) {
            instance.restart();
            return false;
        } catch (StartideException failure) {
            requireThatItMayPass(failure);
            return false;
        } finally {
            instance.setBusy(false);
            atWork = before;
            instance.restartIfDead();
        }
    }

    private static void requireThatItMayPass(StartideException failure) {
        if (!failure.handling().mayPass()) {
            throw failure;
        }
    }

    private void comeToAnEnd() {
        for (int round = 0; round < MANY_TURNS; round++) {
            boolean isDone = true;
            for (Topic topic : List.copyOf(topics.values())) {
                isDone &= read(new Move.Reads(0, topic.source(), topic.partition(), WarehouseRun.MANY, 0, true));
            }
            isDone &= turn(0, instance -> outbox.send(new Move.Sends(0, 0, WarehouseRun.MANY, true), instance.http()));
            isDone &= load(0);
            if (isDone && outbox.isEmpty()) {
                return;
            }
            clock.pass(LEASE.dividedBy(2));
        }
        throw new IllegalStateException("The simulation does not come to an end");
    }
}
