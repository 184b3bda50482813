package dev.startide.adapter.inbound.http;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The sources that take requests at the moment, by path. Safe for use by many threads.
@Singleton
final class HttpSources {

    private final Map<String, LaneWriter> writers = new ConcurrentHashMap<>();

    /// Makes a path known; false if it is taken.
    boolean add(String path, LaneWriter writer) {
        return writers.putIfAbsent(path, writer) == null;
    }

    void remove(String path, LaneWriter writer) {
        writers.remove(path, writer);
    }

    /// Who takes the events that are sent to a path.
    Optional<LaneWriter> at(String path) {
        return Optional.ofNullable(writers.get(path));
    }
}
