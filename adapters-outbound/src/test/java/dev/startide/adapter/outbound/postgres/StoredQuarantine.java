package dev.startide.adapter.outbound.postgres;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quality.Rejection;
import dev.startide.warehouse.mapping.SourceName;
import java.util.List;

/// The quarantine as it stands in its table.
public final class StoredQuarantine {

    private StoredQuarantine() {}

    public static List<QuarantinedEvent> of(PostgresStorage storage) {
        return storage
                .query("select lane, position, source, stage, reason, message from startide.quarantine order by 1, 2")
                .stream()
                .map(row -> event(row.split("\\|", -1)))
                .toList();
    }

    private static QuarantinedEvent event(String[] cells) {
        return new QuarantinedEvent(
                new LanePosition(new LaneId(Integer.parseInt(cells[0])), Long.parseLong(cells[1])),
                new SourceName(cells[2]),
                new Rejection(Rejection.Stage.valueOf(cells[3]), Rejection.Reason.valueOf(cells[4]), cells[5]));
    }
}
