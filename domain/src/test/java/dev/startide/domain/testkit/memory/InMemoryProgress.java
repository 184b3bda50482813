package dev.startide.domain.testkit.memory;

import dev.startide.domain.event.OpenLane;
import dev.startide.domain.port.outbound.Progress;
import dev.startide.domain.quality.LaneProgress;
import dev.startide.domain.quality.TableCount;
import java.util.Comparator;
import java.util.List;

/// Progress as the fakes of a log and a database know it.
public final class InMemoryProgress implements Progress {

    private final InMemoryRawLog log;
    private final InMemoryDatabase database;

    public InMemoryProgress(InMemoryRawLog log, InMemoryDatabase database) {
        this.log = log;
        this.database = database;
    }

    @Override
    public List<LaneProgress> lanes() {
        return log.lanes().stream()
                .map(this::progressOf)
                .sorted(Comparator.comparing(
                                (LaneProgress lane) -> lane.source().value())
                        .thenComparing(lane -> lane.name().value()))
                .toList();
    }

    @Override
    public List<TableCount> tables() {
        synchronized (database) {
            return database.tables().values().stream()
                    .map(table -> new TableCount(table.table().name(), table.size()))
                    .toList();
        }
    }

    private LaneProgress progressOf(OpenLane lane) {
        synchronized (database) {
            var account = database.account(lane.id());
            return new LaneProgress(
                    lane.id(),
                    lane.source(),
                    lane.name(),
                    log.events(lane.source(), lane.name()).size(),
                    account.loaded(),
                    account.quarantined(),
                    account.ignored());
        }
    }
}
