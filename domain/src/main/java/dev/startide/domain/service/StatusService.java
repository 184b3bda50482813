package dev.startide.domain.service;

import dev.startide.domain.port.inbound.ShowStatus;
import dev.startide.domain.port.outbound.Progress;
import dev.startide.domain.quality.LaneProgress;
import dev.startide.domain.quality.TableCount;
import java.util.List;

/// Tells what the database knows of the progress.
public final class StatusService implements ShowStatus {

    private final Progress progress;

    public StatusService(Progress progress) {
        this.progress = progress;
    }

    @Override
    public List<LaneProgress> lanes() {
        return progress.lanes();
    }

    @Override
    public List<TableCount> tables() {
        return progress.tables();
    }
}
