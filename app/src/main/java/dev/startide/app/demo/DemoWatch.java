package dev.startide.app.demo;

import dev.startide.app.metrics.Arrivals;
import dev.startide.app.report.StatusReport;
import dev.startide.app.service.Phase;
import dev.startide.app.service.WarehouseService;
import dev.startide.app.terminal.Terminal;
import dev.startide.app.wiring.Session;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.ShowQuarantine;
import dev.startide.domain.port.inbound.ShowStatus;
import java.time.Duration;
import java.util.Optional;

/// Watches a service at its work, and shows how far it is. For one thread.
final class DemoWatch {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /// Where a line cannot be replaced, there is a new one no more often than this.
    private static final Duration SAY_EVERY = Duration.ofSeconds(3);

    /// Without any progress for so long something is wrong.
    private static final Duration STALL = Duration.ofMinutes(2);

    /// How many looks in a row must find everything at rest.
    private static final int QUIET_LOOKS = 2;

    private final Terminal terminal;
    private final Session session;
    private final WarehouseService service;
    private String shown = "";
    private long shownAt;
    private long movedAt = System.nanoTime();

    DemoWatch(Terminal terminal, Session session) {
        this.terminal = terminal;
        this.session = session;
        this.service = session.bean(WarehouseService.class);
    }

    /// Waits until the warehouse's tables are there.
    void awaitPrepared() throws InterruptedException {
        while (!(service.phase() instanceof Phase.Loading)) {
            requireHealthy();
            Thread.sleep(LOOK_EVERY);
        }
    }

    /// Waits until everything that is published has arrived and is accounted for.
    ///
    /// @param publisher who publishes, if anybody
    StatusReport awaitSettled(Optional<Publisher> publisher) throws InterruptedException {
        Optional<DemoProgress> before = Optional.empty();
        int quiet = 0;
        while (quiet < QUIET_LOOKS) {
            boolean isDone = publisher.map(Publisher::isDone).orElse(true);
            DemoProgress now = look(publisher);
            show(now);
            quiet = isDone && now.isSettled() ? quiet + 1 : 0;
            if (!before.equals(Optional.of(now))) {
                movedAt = System.nanoTime();
                before = Optional.of(now);
            }
            requireHealthy();
            Thread.sleep(LOOK_EVERY);
        }
        terminal.endLine();
        return StatusReport.of(session.bean(ShowStatus.class), session.bean(ShowQuarantine.class));
    }

    private DemoProgress look(Optional<Publisher> publisher) {
        long published = publisher.map(Publisher::published).orElse(0L);
        long arrived = session.bean(Arrivals.class).count();
        return new DemoProgress(
                published,
                publisher.map(Publisher::total).orElse(0L),
                arrived,
                StatusReport.ofLanes(session.bean(ShowStatus.class).lanes()));
    }

    private void show(DemoProgress now) {
        String line = now.line();
        if (terminal.isLive()) {
            terminal.refresh(line);
        } else if (now.total() > 0 && !line.equals(shown) && System.nanoTime() - shownAt > SAY_EVERY.toNanos()) {
            terminal.say(line);
            shown = line;
            shownAt = System.nanoTime();
        }
    }

    private void requireHealthy() {
        service.halt().ifPresent(failure -> {
            throw failure;
        });
        if (System.nanoTime() - movedAt > STALL.toNanos()) {
            throw StartideException.because(
                    FailureCode.SOURCE_UNAVAILABLE,
                    "Nothing has moved for %d seconds. The load: %s. The sources: %s"
                            .formatted(STALL.toSeconds(), service.phase(), service.sources()));
        }
    }
}
