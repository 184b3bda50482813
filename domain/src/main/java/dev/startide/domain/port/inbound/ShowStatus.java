package dev.startide.domain.port.inbound;

import dev.startide.domain.quality.LaneProgress;
import dev.startide.domain.quality.TableCount;
import dev.startide.domain.retention.LogExtent;
import java.util.List;

/// Tells how far everything has come.
public interface ShowStatus {

    List<LaneProgress> lanes();

    List<TableCount> tables();

    /// How much of the raw log is still there.
    LogExtent log();
}
