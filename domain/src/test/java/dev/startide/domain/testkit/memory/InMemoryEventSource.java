package dev.startide.domain.testkit.memory;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Reads topics in memory: the smallest source that keeps all promises of the port.
public final class InMemoryEventSource implements EventSource {

    /// The option that names the topic.
    public static final String TOPIC = "topic";

    private final Map<String, InMemoryTopic> topics;

    public InMemoryEventSource(Map<String, InMemoryTopic> topics) {
        this.topics = Map.copyOf(topics);
    }

    @Override
    public String kind() {
        return "memory";
    }

    @Override
    public Set<String> options() {
        return Set.of(TOPIC);
    }

    @Override
    public Running start(Source source, IngestEvents ingest) {
        InMemoryTopic topic = topics.get(source.options().getOrDefault(TOPIC, ""));
        if (topic == null) {
            throw StartideException.because(
                    FailureCode.SETTING_INVALID, "Source %s names no topic in memory".formatted(source.name()));
        }
        return new RunningReaders(IntStream.range(0, topic.partitionCount())
                .mapToObj(partition -> TopicReader.started(topic, partition, source, ingest))
                .toList());
    }

    private record RunningReaders(List<TopicReader> readers) implements Running {

        @Override
        public Health health() {
            return readers.stream()
                    .map(TopicReader::health)
                    .filter(health -> !(health instanceof Health.Reading))
                    .findFirst()
                    .orElseGet(Health.Reading::new);
        }

        @Override
        public void close() {
            readers.forEach(TopicReader::close);
        }
    }
}
