package dev.startide.domain.testkit.memory;

import static dev.startide.domain.testkit.EventBuilder.anEvent;
import static dev.startide.domain.testkit.SourceBuilder.aSource;

import dev.startide.domain.port.inbound.EventSource;
import dev.startide.domain.testkit.EventSourceContract;
import dev.startide.warehouse.mapping.Source;
import java.util.List;
import java.util.Map;

class InMemoryEventSourceTest extends EventSourceContract {

    private InMemoryTopic topic;

    @Override
    protected void prepareOutside() {
        topic = new InMemoryTopic(lanes());
    }

    @Override
    protected EventSource eventSource() {
        return new InMemoryEventSource(Map.of("sales", topic));
    }

    @Override
    protected Source source() {
        return aSource("orders").ofKind("memory").with(Map.of("topic", "sales")).build();
    }

    @Override
    protected Source unusableSource() {
        return aSource("orders")
                .ofKind("memory")
                .with(Map.of("topic", "unheard_of"))
                .build();
    }

    @Override
    protected int lanes() {
        return 3;
    }

    @Override
    protected void publish(int lane, List<String> contents) {
        contents.forEach(
                content -> topic.publish(lane, anEvent("e").saying(content).build()));
    }

    @Override
    protected void makeUnreachable() {
        topic.makeUnreachable();
    }

    @Override
    protected void makeReachable() {
        topic.makeReachable();
    }
}
