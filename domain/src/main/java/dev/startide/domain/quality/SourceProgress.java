package dev.startide.domain.quality;

import dev.startide.warehouse.mapping.SourceName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What became of the events of a source, in all its lanes.
public record SourceProgress(SourceName source, long received, long loaded, long quarantined, long ignored) {

    /// How many events have been logged but not yet decided upon.
    public long waiting() {
        return received - loaded - quarantined - ignored;
    }

    /// The lanes summed up, in the order of their sources.
    public static List<SourceProgress> of(List<LaneProgress> lanes) {
        Map<String, SourceProgress> sources = new TreeMap<>();
        lanes.forEach(lane -> sources.merge(lane.source().value(), of(lane), SourceProgress::plus));
        return List.copyOf(sources.values());
    }

    private static SourceProgress of(LaneProgress lane) {
        return new SourceProgress(lane.source(), lane.received(), lane.loaded(), lane.quarantined(), lane.ignored());
    }

    private SourceProgress plus(SourceProgress other) {
        return new SourceProgress(
                source,
                received + other.received,
                loaded + other.loaded,
                quarantined + other.quarantined,
                ignored + other.ignored);
    }
}
