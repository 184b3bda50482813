package dev.startide.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.app.crash.Freshness.Seen;
import dev.startide.app.instance.InstanceOptions;
import dev.startide.domain.testkit.LongForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// Two instances are at work for long, at half of what they can take. Every two minutes something is
/// killed: the second instance, PostgreSQL, the second instance, Pulsar, and so on. The first one is
/// looked at all the time: it must need no more at the end than when it had become warm.
///
/// Only in the long form, for twenty minutes, or as many as `-Dsoak.minutes` says. What was measured
/// is in `target/soak.txt`.
@EnabledIf("isWanted")
class SoakIT {

    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("soak.minutes", 20));
    private static final int KILLS = Integer.getInteger("soak.kills", (int) LENGTH.toMinutes() / 2 - 1);
    private static final int TO_WARM_UP = 30_000;
    private static final int TO_MEASURE = 60_000;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    /// For how long after a kill readers may wait for more than usual.
    private static final long TO_RECOVER = Duration.ofSeconds(30).toNanos();

    private static final double FRESH_SECONDS = 1;
    private static final double FRESH_AMID_KILLS_SECONDS = 20;
    private static final double MEGABYTE = 1 << 20;

    private static final String CONNECTIONS =
            "select count(*) from pg_stat_activity where application_name like 'startide-%'";

    static boolean isWanted() {
        return LongForm.isWanted() || System.getProperty("soak.minutes") != null;
    }

    @TempDir
    private Path folder;

    private OwnServers servers;
    private Grounds grounds;
    private Farm farm;
    private Stall stall;
    private Instances instances;
    private Carts carts;
    private final Vitals vitals = new Vitals();
    private final List<Long> kills = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        servers = OwnServers.in(folder);
        grounds = servers.grounds();
        grounds.enter(OrchardModel.ERAS);
        farm = grounds.farm();
        stall = grounds.stall();
        instances = new Instances(grounds, farm, SoakIT::asLaunched, Traps.NONE);
        carts = new Carts(instances, stall);
        instances.start();
        instances.until(
                "both are ready",
                () -> instances.get(0).isReady() && instances.get(1).isReady());
    }

    @AfterEach
    void stop() throws Exception {
        carts.close();
        instances.close();
        stall.close();
        farm.close();
        servers.close();
    }

    @Test
    void takesNoMoreOfItsMachineWhileItStaysFresh() throws Exception {
        // Given
        eventsInASecond(TO_WARM_UP);
        double rate = eventsInASecond(TO_MEASURE) / 2;

        // When
        List<Seen> seen;
        int probes;
        try (Freshness freshness = Freshness.of(grounds.database(), instances.get(0))) {
            goOn(rate);
            probes = freshness.end();
            awaitAll();
            int asked = probes;
            instances.until("all probes are seen", () -> freshness.seen().size() == asked);
            seen = freshness.seen();
        }

        // Then
        report(rate, seen);
        assertThat(farm.value("select count(*) from star.sale where sale_id like 'h-%'"))
                .isEqualTo(Long.toString(Harvest.sales(carts.sent())));
        assertThat(farm.value("select count(*) from star.sale where sale_id like 'probe-%'"))
                .isEqualTo(Integer.toString(probes));
        assertThat(farm.value("select count(*) from startide.quarantine")).isEqualTo("0");
        assertThat(farm.findings()).isEmpty();
        assertThat(instances.deaths()).isEqualTo(kills.size() - ofServers(kills.size()));
        assertThat(vitals.leastHeap()).matches(heap -> heap.isFlat(0.2, 16 * MEGABYTE));
        assertThat(vitals.threads()).matches(threads -> threads.isFlat(0.1, 2));
        assertThat(vitals.handles()).matches(handles -> handles.isFlat(0.1, 8));
        assertThat(vitals.connections()).matches(connections -> connections.isFlat(0.1, 4));
        assertThat(Freshness.percentile(apart(seen), 99)).isLessThan(FRESH_SECONDS);
        assertThat(Freshness.percentile(seen, 99)).isLessThan(FRESH_AMID_KILLS_SECONDS);
    }

    /// How fast events come through to the star when they are sent as fast as they are taken.
    private double eventsInASecond(int events) throws Exception {
        long began = System.nanoTime();
        for (int sent = 0; sent < events; sent += Carts.EVENTS) {
            carts.next();
        }
        awaitAll();
        return events / ((System.nanoTime() - began) / 1e9);
    }

    private void goOn(double rate) throws Exception {
        long began = System.nanoTime();
        long apart = (long) (Carts.EVENTS / rate * 1e9);
        long nextLook = began;
        for (long cart = 0; System.nanoTime() - began < LENGTH.toNanos(); cart++) {
            LockSupport.parkNanos(began + cart * apart - System.nanoTime());
            carts.next();
            killWhatIsDue(System.nanoTime() - began);
            if (System.nanoTime() > nextLook) {
                nextLook += LOOK_EVERY.toNanos();
                look();
            }
        }
    }

    private void killWhatIsDue(long sinceTheBegin) throws Exception {
        if (kills.size() < KILLS && sinceTheBegin > LENGTH.toNanos() / (KILLS + 1) * (kills.size() + 1)) {
            switch (kills.size() % 4) {
                case 1 -> {
                    servers.killPostgres();
                    servers.startPostgres();
                }
                case 3 -> {
                    servers.killPulsar();
                    servers.startPulsar();
                }
                default -> {
                    instances.get(1).kill();
                    instances.revive();
                }
            }
            kills.add(System.nanoTime());
        }
    }

    /// Not while something recovers.
    private void look() throws IOException, InterruptedException, SQLException {
        if (kills.isEmpty() || System.nanoTime() - kills.getLast() > TO_RECOVER) {
            vitals.take(instances.get(0), Double.parseDouble(farm.value(CONNECTIONS)));
        }
    }

    private void awaitAll() throws Exception {
        carts.awaitAnswers();
        long sales = Harvest.sales(carts.sent());
        instances.until(
                "everything is loaded",
                () -> Long.parseLong(farm.value("select count(*) from star.sale where sale_id like 'h-%'")) == sales
                        && farm.isIdle());
    }

    /// Those that were not accepted shortly before or after a kill.
    private List<Seen> apart(List<Seen> seen) {
        return seen.stream()
                .filter(each -> kills.stream().noneMatch(kill -> Math.abs(each.accepted() - kill) < TO_RECOVER))
                .toList();
    }

    private static int ofServers(int kills) {
        return kills / 2;
    }

    /// As the launcher starts it.
    private static InstanceOptions asLaunched(InstanceOptions options) {
        return options.withOnly(
                "-Xms32m",
                "-Xmx512m",
                "-XX:MaxDirectMemorySize=192m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UseG1GC");
    }

    private void report(double rate, List<Seen> seen) throws IOException {
        Files.writeString(
                Path.of("target", "soak.txt"),
                String.format(
                        Locale.ROOT,
                        """
                        %d minutes, %d events, %.0f a second, %d kills
                        accepted until visible: median %.2f s, 99 of 100 within %.2f s; kills included, %.2f s (%d looks)
                        heap in MB: %.0f, later %.0f; threads: %s; handles: %s; connections: %s (%d looks)
                        """,
                        LENGTH.toMinutes(),
                        carts.sent(),
                        rate,
                        kills.size(),
                        Freshness.percentile(apart(seen), 50),
                        Freshness.percentile(apart(seen), 99),
                        Freshness.percentile(seen, 99),
                        seen.size(),
                        vitals.leastHeap().early() / MEGABYTE,
                        vitals.leastHeap().late() / MEGABYTE,
                        vitals.threads(),
                        vitals.handles(),
                        vitals.connections(),
                        vitals.size()));
    }
}
