package dev.startide.domain.service;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.event.Payload;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.domain.port.outbound.EventAccounts;
import dev.startide.domain.port.outbound.EventLookup;
import dev.startide.domain.quality.EventStanding;
import dev.startide.domain.trial.Difference;
import dev.startide.domain.trial.EventFate;
import dev.startide.domain.trial.TrialModel;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.expectation.GivenEvent;
import dev.startide.warehouse.expectation.ModelTest;
import dev.startide.warehouse.mapping.SourceName;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The events of the test that is running: logs them, and knows where they are.
public final class GivenEvents {

    private static final LaneName LANE = new LaneName("test");

    private final WarehouseModel model;
    private final IngestEvents ingest;
    private final EventAccounts accounts;
    private final FateLookup fates;
    private final InstantSource clock;
    private final Map<SourceName, OpenLane> lanes = new HashMap<>();
    private final Map<LanePosition, Integer> logged = new LinkedHashMap<>();
    private ModelTest test = new ModelTest("", List.of(), new ModelTest.Periods.Open(), List.of(), Map.of());

    /// @param model made ready for tests
    public GivenEvents(
            WarehouseModel model,
            IngestEvents ingest,
            EventAccounts accounts,
            EventLookup lookup,
            InstantSource clock) {
        this.model = model;
        this.ingest = ingest;
        this.accounts = accounts;
        this.fates = new FateLookup(lookup);
        this.clock = clock;
    }

    void begin(ModelTest next) {
        test = next;
        lanes.clear();
        logged.clear();
    }

    /// Logs events, by their indexes.
    void log(List<Integer> events) {
        for (int index : events) {
            GivenEvent event = test.given().get(index);
            SourceName source = TrialModel.sourceOf(model, event);
            OpenLane lane = lanes.computeIfAbsent(source, name -> ingest.open(name, LANE));
            IngestReceipt receipt = ingest.ingest(IngestBatch.of(lane, List.of(incoming(event))));
            lanes.put(source, receipt.lane());
            switch (receipt.outcomes().getFirst()) {
                case IngestReceipt.Outcome.Accepted(var at) -> logged.put(at, index);
                case IngestReceipt.Outcome.Conflicting(var at) -> logged.put(at, index);
                case IngestReceipt.Outcome.Duplicate() -> {}
            }
        }
    }

    private IncomingEvent incoming(GivenEvent event) {
        return new IncomingEvent(
                new IncomingEvent.Identity.InContent(),
                Map.of(),
                clock.instant(),
                new Payload.SelfDescribing("application/json", event.payload().getBytes(StandardCharsets.UTF_8)));
    }

    /// What became of the events, in the order of their indexes; those that were not logged, because
    /// they came before, are taken for loaded.
    List<EventFate> fates() {
        Map<LanePosition, EventStanding> notLoaded = accounts.notLoaded(logged.keySet());
        Map<Integer, EventFate> byIndex = new HashMap<>();
        logged.forEach((at, index) ->
                byIndex.put(index, fates.of(at, notLoaded.getOrDefault(at, new EventStanding.Loaded()))));
        return IntStream.range(0, test.given().size())
                .mapToObj(index -> byIndex.getOrDefault(index, new EventFate.Loaded()))
                .toList();
    }

    /// The events of which something else has become than the test expects, each once.
    List<Difference> unexpectedFates() {
        Map<LanePosition, EventStanding> notLoaded = accounts.notLoaded(logged.keySet());
        Set<Difference> differences = new LinkedHashSet<>();
        logged.forEach((at, index) -> {
            EventFate fate = fates.of(at, notLoaded.getOrDefault(at, new EventStanding.Loaded()));
            var expected = test.refusals().get(index);
            if (!fate.agrees(expected)) {
                differences.add(new Difference.OfEvent(index + 1, EventFate.words(expected), fate.words()));
            }
        });
        return new ArrayList<>(differences);
    }
}
