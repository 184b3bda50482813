package dev.startide.domain.service;

import dev.startide.domain.port.inbound.TendLog;
import dev.startide.domain.port.outbound.IdMemory;
import dev.startide.domain.port.outbound.LogVolumes;
import dev.startide.domain.retention.LogVolume;
import dev.startide.domain.retention.LogVolume.Debt;
import dev.startide.domain.retention.Retention;
import dev.startide.domain.retention.TendingStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks at the volumes of the raw log, does what the retention says, and forgets ids.
public final class TendService implements TendLog {

    private final LogVolumes log;
    private final IdMemory ids;
    private final Retention retention;

    public TendService(LogVolumes log, IdMemory ids, Retention retention) {
        this.log = log;
        this.ids = ids;
        this.retention = retention;
    }

    @Override
    public TendingStep tend() {
        long forgotten = ids.forget();
        List<LogVolume> volumes = log.all();
        LogVolume last = volumes.getLast();
        boolean isBegun = retention.isFull(last) && log.begin(last.number());
        Set<Integer> begun = isBegun ? Set.of(last.number() + 1) : Set.of();
        Optional<LogVolume> outlived = retention.outlived(volumes);
        if (outlived.isEmpty()) {
            return new TendingStep(begun, Set.of(), Set.of(), forgotten);
        }
        int oldest = outlived.get().number();
        Set<Debt> held = retention.holding(outlived.get().debts());
        boolean isReleased = held.isEmpty() && log.release(oldest, retention);
        return new TendingStep(begun, isReleased ? Set.of(oldest) : Set.of(), held, forgotten);
    }
}
