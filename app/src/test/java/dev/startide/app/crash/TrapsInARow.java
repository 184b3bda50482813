package dev.startide.app.crash;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Traps that spring once each, one after the other, whichever instance it is that comes there. A
/// life that ends before its trap has sprung leaves it to later ones.
final class TrapsInARow implements Traps {

    private final Deque<String> waiting = new ArrayDeque<>();
    private final Deque<String> next = new ArrayDeque<>();
    private final Map<String, String> set = new HashMap<>();

    TrapsInARow(Collection<String> traps) {
        waiting.addAll(traps);
    }

    /// The lives that begin next are trapped with these, whatever else waits.
    void first(List<String> traps) {
        next.addAll(traps);
    }

    /// How many have not sprung.
    int left() {
        return waiting.size() + next.size() + set.size();
    }

    /// The instance that has the last trap; empty if more are left, or none.
    Optional<String> last() {
        return left() == 1 ? set.keySet().stream().findFirst() : Optional.empty();
    }

    @Override
    public String of(String instance, int life) {
        String unsprung = set.remove(instance);
        if (unsprung != null) {
            waiting.addLast(unsprung);
        }
        String trap = next.isEmpty() ? waiting.poll() : next.poll();
        if (trap == null) {
            return "";
        }
        set.put(instance, trap);
        return trap;
    }

    @Override
    public void sprung(String instance) {
        set.remove(instance);
    }

    @Override
    public String toString() {
        return "set: %s, waiting: %s %s".formatted(set, next, waiting);
    }
}
