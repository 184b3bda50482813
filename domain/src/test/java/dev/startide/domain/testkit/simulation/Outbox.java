package dev.startide.domain.testkit.simulation;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.warehouse.mapping.SourceName;
import java.util.ArrayList;
import java.util.List;

/// Somebody who has events to send, and sends each until it has been answered.
final class Outbox {

    private record Letter(SourceName source, IncomingEvent event) {}

    private final List<Letter> waiting = new ArrayList<>();

    void put(SourceName source, IncomingEvent event) {
        waiting.add(new Letter(source, event));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /// Sends events of one source in one request.
    void send(Move.Sends how, HttpLanes to) {
        if (waiting.isEmpty()) {
            return;
        }
        int first = how.first() % waiting.size();
        SourceName source = waiting.get(first).source();
        List<Letter> letters = waiting.subList(first, waiting.size()).stream()
                .filter(letter -> letter.source().equals(source))
                .limit(how.most())
                .toList();
        to.log(source, letters.stream().map(Letter::event).toList());
        if (how.isHeard()) {
            waiting.removeAll(letters);
        }
    }
}
