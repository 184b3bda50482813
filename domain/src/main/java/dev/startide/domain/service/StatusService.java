package dev.startide.domain.service;

import dev.startide.domain.port.inbound.ShowStatus;
import dev.startide.domain.port.outbound.IdMemory;
import dev.startide.domain.port.outbound.LogVolumes;
import dev.startide.domain.port.outbound.Progress;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.quality.LaneProgress;
import dev.startide.domain.quality.TableCount;
import dev.startide.domain.retention.LogExtent;
import dev.startide.domain.retention.LogVolume;
import java.util.List;

/// Tells what the database knows of the progress.
public final class StatusService implements ShowStatus {

    private final Progress progress;
    private final LogVolumes volumes;
    private final IdMemory ids;
    private final RawLog rawLog;

    public StatusService(Progress progress, LogVolumes volumes, IdMemory ids, RawLog rawLog) {
        this.progress = progress;
        this.volumes = volumes;
        this.ids = ids;
        this.rawLog = rawLog;
    }

    @Override
    public List<LaneProgress> lanes() {
        return progress.lanes();
    }

    @Override
    public List<TableCount> tables() {
        return progress.tables();
    }

    @Override
    public LogExtent log() {
        List<LogVolume> all = volumes.all();
        return new LogExtent(
                all.size(),
                all.stream().mapToLong(LogVolume::bytes).sum(),
                rawLog.released().values().stream().mapToLong(Long::longValue).sum(),
                ids.count());
    }
}
