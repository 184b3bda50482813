package dev.startide.domain.testkit.simulation;

import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.domain.service.LoadService;
import dev.startide.domain.service.LoadSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One process of the platform: everything that it has in memory.
final class Instance {

    private final String name;
    private final IngestEvents ingest;
    private final Function<LoadSettings, LoadService> loaders;
    private Move.Dies size;
    private int starts;
    private Map<Topic, TopicFeed> feeds = new HashMap<>();
    private HttpLanes http;
    private LoadService loader;
    private Move.@Nullable Dies death;
    private boolean isBusy;

    Instance(String name, Move.Dies size, IngestEvents ingest, Function<LoadSettings, LoadService> loaders) {
        this.name = name;
        this.size = size;
        this.ingest = ingest;
        this.loaders = loaders;
        this.http = new HttpLanes(name, ingest);
        this.loader = loaders.apply(settings());
    }

    /// It dies as soon as it notices, and at once if it is idle.
    void kill(Move.Dies end) {
        death = end;
        if (!isBusy) {
            restart();
        }
    }

    boolean isDead() {
        return death != null;
    }

    /// Its memory is gone; whoever it was holds the lease still.
    void restart() {
        size = death == null ? size : death;
        death = null;
        starts++;
        feeds = new HashMap<>();
        http = new HttpLanes(name, ingest);
        loader = loaders.apply(settings());
    }

    void restartIfDead() {
        if (isDead()) {
            restart();
        }
    }

    boolean isBusy() {
        return isBusy;
    }

    void setBusy(boolean busy) {
        isBusy = busy;
    }

    TopicFeed feed(Topic topic) {
        return feeds.computeIfAbsent(topic, unread -> new TopicFeed(unread, ingest));
    }

    HttpLanes http() {
        return http;
    }

    LoadService loader() {
        return loader;
    }

    private LoadSettings settings() {
        return new LoadSettings(
                "%s, start %d".formatted(name, starts),
                Simulation.LEASE,
                size.batch(),
                Simulation.MANY_BYTES,
                size.remembered(),
                2);
    }
}
