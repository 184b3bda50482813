package dev.startide.domain.port.inbound;

import dev.startide.domain.quality.LaneProgress;
import dev.startide.domain.quality.TableCount;
import java.util.List;

/// Tells how far everything has come.
public interface ShowStatus {

    List<LaneProgress> lanes();

    List<TableCount> tables();
}
