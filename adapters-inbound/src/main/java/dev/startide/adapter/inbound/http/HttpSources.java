package dev.startide.adapter.inbound.http;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The sources that take requests at the moment, by path. Safe for use by many threads.
@Singleton
final class HttpSources {

    private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();

    /// Makes a path known; false if it is taken.
    boolean add(String path, Endpoint endpoint) {
        boolean isAdded = endpoints.putIfAbsent(path, endpoint) == null;
        if (isAdded) {
            closed.remove(path);
        }
        return isAdded;
    }

    void remove(String path, Endpoint endpoint) {
        closed.add(path);
        endpoints.remove(path, endpoint);
    }

    /// Whether there is a source for a path that takes no requests any more: its senders may come
    /// back once the server has started again.
    boolean isClosed(String path) {
        return closed.contains(path);
    }

    /// Who takes the events that are sent to a path.
    Optional<Endpoint> at(String path) {
        return Optional.ofNullable(endpoints.get(path));
    }
}
