package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.SourceBuilder.aSource;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.warehouse.mapping.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/// What every raw log promises. An adapter proves itself by extending this class and supplying an
/// empty log.
public abstract class RawLogContract implements RawLogWriting, RawLogReading, RawLogFidelity, RawLogIds, RawLogThreads {

    /// A source whose events are recognised by its positions.
    static final Source ORDERS = aSource("orders").build();

    static final LaneName LANE = new LaneName("lane-0");
    static final LaneName OTHER_LANE = new LaneName("lane-1");

    /// No test reaches these.
    static final int MANY = 100_000;

    static final long MANY_BYTES = 1L << 30;

    private RawLog rawLog;

    /// A log without lanes and events. Called once before each test.
    protected abstract RawLog emptyRawLog();

    @BeforeEach
    final void startEmpty() {
        rawLog = emptyRawLog();
    }

    @Override
    public final RawLog rawLog() {
        return rawLog;
    }

    static List<LoggedEvent> everythingIn(RawLog log) {
        return log.read(Map.of(), MANY, MANY_BYTES);
    }

    static List<LoggedEvent> everythingIn(RawLog log, LaneId lane) {
        return everythingIn(log).stream()
                .filter(event -> event.at().lane().equals(lane))
                .toList();
    }

    static List<Long> positions(List<LoggedEvent> events) {
        return events.stream().map(event -> event.at().position()).toList();
    }

    static List<String> contents(List<LoggedEvent> events) {
        return events.stream()
                .map(event -> new String(event.event().payload().bytes(), StandardCharsets.UTF_8))
                .toList();
    }
}
