package dev.startide.domain.testkit.simulation;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.domain.testkit.simulation.Topic.Message;
import java.util.List;
import java.util.Optional;

/// Feeds one partition into its lane, as an adapter of a broker does, one turn at a time: takes over
/// the lane unless it has it, reads from where that stands, logs, acknowledges.
final class TopicFeed {

    private final Topic topic;
    private final IngestEvents ingest;
    private Optional<OpenLane> held = Optional.empty();

    TopicFeed(Topic topic, IngestEvents ingest) {
        this.topic = topic;
        this.ingest = ingest;
    }

    /// After a failure the lane is let go of, so that it is opened anew.
    void turn(Move.Reads how) {
        OpenLane lane = held.orElseGet(() -> ingest.open(topic.source(), topic.lane()));
        held = Optional.empty();
        held = Optional.of(feed(lane, how));
    }

    private OpenLane feed(OpenLane lane, Move.Reads how) {
        long position = positionOf(lane);
        List<Message> fresh = topic.after(position - how.again(), how.most()).stream()
                .filter(message -> message.number() > position)
                .toList();
        if (fresh.isEmpty()) {
            return lane;
        }
        long reaches = fresh.getLast().number();
        List<IncomingEvent> events = fresh.stream().map(Message::event).toList();
        IngestBatch batch = new IngestBatch(lane, events, new SourcePosition(Long.toString(reaches)));
        OpenLane advanced = ingest.ingest(batch).lane();
        if (how.isHeard()) {
            topic.acknowledge(reaches);
        }
        return advanced;
    }

    private static long positionOf(OpenLane lane) {
        return lane.position().equals(SourcePosition.START)
                ? 0
                : Long.parseLong(lane.position().token());
    }
}
