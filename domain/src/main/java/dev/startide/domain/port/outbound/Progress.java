package dev.startide.domain.port.outbound;

import dev.startide.domain.quality.LaneProgress;
import dev.startide.domain.quality.TableCount;
import java.util.List;

/// How far everything has come, as the database knows it.
public interface Progress {

    /// One entry for each lane, in the order of their sources and names.
    List<LaneProgress> lanes();

    /// How many rows each table of the warehouse has: exact.
    List<TableCount> tables();
}
