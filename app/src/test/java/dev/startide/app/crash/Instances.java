package dev.startide.app.crash;

import dev.startide.app.instance.Instance;
import dev.startide.app.instance.InstanceOptions;
import dev.startide.domain.testkit.Gen;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/// Two instances of the service on one database. One that dies is started anew.
final class Instances implements AutoCloseable {

    static final String FIRST = "first";
    private static final String SECOND = "second";

    /// Generous for a machine that does much else.
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final String LOADERS = "select count(*) from startide.loader_lease where holder <> ''";

    private final Grounds grounds;
    private final Farm farm;
    private final UnaryOperator<InstanceOptions> settings;
    private final Traps traps;
    private final List<Instance> running = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> lives = new HashMap<>();
    private int deaths;

    /// @param settings those of both instances
    /// @param traps what they are trapped with
    Instances(Grounds grounds, Farm farm, UnaryOperator<InstanceOptions> settings, Traps traps) {
        this.grounds = grounds;
        this.farm = farm;
        this.settings = settings;
        this.traps = traps;
    }

    /// Starts the first one, and the second one as soon as the first loads, or is dead.
    void start() throws IOException, InterruptedException {
        running.add(begin(FIRST));
        until("the first instance loads", () -> !running.getFirst().isAlive() || hasLoader());
        running.add(begin(SECOND));
    }

    /// Ends one after the other in good order, and starts them again with what their model has become.
    void renew() throws IOException, InterruptedException {
        for (int index = 0; index < running.size(); index++) {
            renew(index);
        }
    }

    /// Ends and starts all but one, which then has the right to load.
    void renewAllBut(String name) throws IOException, InterruptedException {
        for (int index = 0; index < running.size(); index++) {
            if (!running.get(index).name().equals(name)) {
                renew(index);
            }
        }
    }

    private void renew(int index) throws IOException, InterruptedException {
        Instance ending = running.get(index);
        ending.terminate();
        count(ending);
        Instance next = begin(ending.name());
        running.set(index, next);
        until("an instance is ready", () -> !next.isAlive() || next.isReady());
    }

    Instance get(int index) {
        return running.get(index);
    }

    /// How many have died, other than in good order.
    int deaths() {
        return deaths;
    }

    /// Sends events in requests to one instance or the other, each until it is answered that they are
    /// safe, and on their topic.
    void send(Gen gen, Stall stall, List<Orchard.Event> events, int mostOfARequest)
            throws IOException, InterruptedException {
        for (List<Orchard.Event> next : gen.cut(events, mostOfARequest)) {
            Posting posting = Posting.of(next);
            stall.tell(posting.others());
            until("a request is answered", () -> posting.isTakenBy(running.get(gen.between(0, 1))));
        }
        stall.flush();
    }

    /// Waits until everything was loaded.
    void awaitLoaded(List<Orchard.Event> events) throws IOException, InterruptedException {
        until("everything is loaded", () -> farm.hasLoaded(events));
    }

    /// What is waited for.
    interface Condition {
        boolean holds() throws IOException, InterruptedException, SQLException;
    }

    /// Waits, while those that die are started anew.
    ///
    /// @throws AssertionError if it does not come true in time
    void until(String what, Condition condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain until %s.\n%s".formatted(what, said()));
            }
            revive();
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /// Starts those anew that have died.
    void revive() throws IOException, InterruptedException {
        for (int index = 0; index < running.size(); index++) {
            if (!running.get(index).isAlive()) {
                count(running.get(index));
                running.set(index, begin(running.get(index).name()));
            }
        }
    }

    private void count(Instance ended) throws InterruptedException {
        if (ended.awaitEnd() == Instance.KILLED) {
            deaths++;
            traps.sprung(ended.name());
        }
    }

    private Instance begin(String name) throws IOException {
        String trap = traps.of(name, lives.merge(name, 1, Integer::sum));
        InstanceOptions options = settings.apply(grounds.instance(name));
        return Instance.run(trap.isEmpty() ? options : options.withJvm("-Dstartide.fail-point=" + trap));
    }

    /// Whoever cannot be asked yet does not hold.
    private static boolean holds(Condition condition) throws IOException, InterruptedException {
        try {
            return condition.holds();
        } catch (SQLException | RuntimeException notYet) {
            return false;
        }
    }

    private boolean hasLoader() throws SQLException {
        return farm.value(LOADERS).equals("1");
    }

    private String said() {
        return running.stream().map(Instance::said).reduce(farm.equation(), "%s\n----\n%s"::formatted);
    }

    @Override
    public void close() {
        running.forEach(Instance::close);
    }
}
