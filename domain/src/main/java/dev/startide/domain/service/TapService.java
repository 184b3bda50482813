package dev.startide.domain.service;

import static java.util.stream.Collectors.joining;

import dev.startide.domain.event.EventTime;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.port.inbound.FollowLog;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.EventAccounts;
import dev.startide.domain.port.outbound.EventLookup;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.Progress;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.quality.EventStanding;
import dev.startide.domain.quality.LaneProgress;
import dev.startide.domain.replay.LogPart;
import dev.startide.domain.tap.TappedEvent;
import dev.startide.domain.tap.TappedEvent.Says;
import dev.startide.domain.tap.TappedEvent.Standing;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.Feed;
import dev.startide.warehouse.mapping.SourceName;
import dev.startide.warehouse.star.EntityName;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the log as the load does, and says of each event how far it has come.
public final class TapService implements FollowLog {

    private static final long MOST_BYTES = 8L << 20;

    /// After every event that there can be: nothing of such a lane is read.
    private static final long NEVER = Long.MAX_VALUE - 1;

    private final WarehouseModel model;
    private final RawLog rawLog;
    private final EventReader reader;
    private final Progress progress;
    private final Cursors cursors;
    private final EventAccounts accounts;
    private final FateLookup fates;

    public TapService(
            WarehouseModel model,
            RawLog rawLog,
            EventReader reader,
            Progress progress,
            Cursors cursors,
            EventAccounts accounts,
            EventLookup lookup) {
        this.model = model;
        this.rawLog = rawLog;
        this.reader = reader;
        this.progress = progress;
        this.cursors = cursors;
        this.accounts = accounts;
        this.fates = new FateLookup(lookup);
    }

    @Override
    public Map<LaneId, Long> lastOnes(Set<SourceName> sources, long last) {
        Map<LaneId, Long> after = new HashMap<>();
        for (LaneProgress lane : progress.lanes()) {
            after.put(lane.id(), sources.contains(lane.source()) ? Math.max(0, lane.received() - last) : NEVER);
        }
        return after;
    }

    @Override
    public Map<LaneId, Long> since(Set<SourceName> sources, Instant instant) {
        Map<LaneId, LogPart> parts = accounts.arrivedBetween(instant, EventTime.LATEST);
        Map<LaneId, Long> loaded = cursors.positions();
        Map<LaneId, Long> after = new HashMap<>();
        for (LaneProgress lane : progress.lanes()) {
            Optional<LogPart> part = Optional.ofNullable(parts.get(lane.id()));
            long begin = part.map(found -> found.first() - 1).orElse(loaded.getOrDefault(lane.id(), 0L));
            after.put(lane.id(), sources.contains(lane.source()) ? begin : NEVER);
        }
        return after;
    }

    @Override
    public List<TappedEvent> next(Set<SourceName> sources, Map<LaneId, Long> after, int most) {
        List<LoggedEvent> events = rawLog.read(after, most, MOST_BYTES);
        if (events.isEmpty()) {
            return List.of();
        }
        Map<LaneId, Long> loaded = cursors.positions();
        Map<LanePosition, EventStanding> notLoaded =
                accounts.notLoaded(events.stream().map(LoggedEvent::at).toList());
        events.forEach(event -> after.merge(event.at().lane(), event.at().position(), Math::max));
        return events.stream()
                .filter(event -> sources.contains(event.source()))
                .map(event -> new TappedEvent(
                        event.at(),
                        event.source(),
                        event.event().arrivedAt(),
                        says(event),
                        standing(event.at(), loaded, notLoaded)))
                .toList();
    }

    private Standing standing(LanePosition at, Map<LaneId, Long> loaded, Map<LanePosition, EventStanding> notLoaded) {
        boolean isWaiting = at.position() > loaded.getOrDefault(at.lane(), 0L);
        return isWaiting
                ? new Standing.Waiting()
                : new Standing.Passed(fates.of(at, notLoaded.getOrDefault(at, new EventStanding.Loaded())));
    }

    private Says says(LoggedEvent event) {
        return switch (reader.read(event)) {
            case Reading.Typed(var _, var typed) ->
                new Says.OfType(
                        typed.type().name().value(), keyOf(typed), typed.order().at());
            case Reading.Refused _, Reading.Ignored _ -> new Says.Nothing();
        };
    }

    private String keyOf(TypedEvent event) {
        return model.entityFeeds().stream()
                .filter(feed -> feed.event().equals(event.type().name()))
                .filter(feed -> feed.scope() instanceof Feed.Scope.WholeEvent)
                .findFirst()
                .map(feed -> keyOf(feed.target(), event))
                .orElse("");
    }

    private String keyOf(EntityName entity, TypedEvent event) {
        return model.entity(entity).key().stream()
                .map(part -> String.valueOf(event.fields().value(part.name())))
                .collect(joining(","));
    }
}
