package dev.startide.app.wiring;

import dev.startide.app.settings.RawLogConfig;
import dev.startide.domain.port.inbound.FollowLog;
import dev.startide.domain.port.inbound.InferModel;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.domain.port.inbound.ShowStatus;
import dev.startide.domain.port.inbound.SourceSamples;
import dev.startide.domain.port.inbound.TendLog;
import dev.startide.domain.port.inbound.TraceEvent;
import dev.startide.domain.port.outbound.Amendments;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.EventAccounts;
import dev.startide.domain.port.outbound.EventLookup;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.IdMemory;
import dev.startide.domain.port.outbound.LogVolumes;
import dev.startide.domain.port.outbound.Progress;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.RowLookup;
import dev.startide.domain.port.outbound.Samples;
import dev.startide.domain.service.AmendedLog;
import dev.startide.domain.service.GivenEvents;
import dev.startide.domain.service.InferService;
import dev.startide.domain.service.IngestService;
import dev.startide.domain.service.StatusService;
import dev.startide.domain.service.TapService;
import dev.startide.domain.service.TendService;
import dev.startide.domain.service.TraceService;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.layout.WarehouseLayout;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// Makes the services that write the raw log, look into it and look after it.
@Factory
final class LogFactory {

    @Singleton
    IngestEvents ingestEvents(WarehouseModel model, RawLog rawLog) {
        return new IngestService(model, rawLog);
    }

    @Singleton
    InferModel inferModel(Samples samples, List<SourceSamples> sources) {
        return new InferService(samples, sources);
    }

    @Singleton
    ShowStatus showStatus(Progress progress, LogVolumes volumes, IdMemory ids, RawLog rawLog) {
        return new StatusService(progress, volumes, ids, rawLog);
    }

    @Singleton
    TendLog tendLog(LogVolumes volumes, IdMemory ids, RawLogConfig settings) {
        return new TendService(volumes, ids, settings.meaning());
    }

    @Singleton
    TraceEvent traceEvent(
            WarehouseLayout layout,
            EventLookup events,
            Amendments amendments,
            EventReader reader,
            RawLog rawLog,
            RowLookup rows) {
        return new TraceService(layout, events, amendments, reader, new AmendedLog(rawLog, amendments), rows);
    }

    @Singleton
    FollowLog followLog(
            WarehouseModel model,
            RawLog rawLog,
            EventReader reader,
            Progress progress,
            Cursors cursors,
            EventAccounts accounts,
            EventLookup lookup) {
        return new TapService(model, rawLog, reader, progress, cursors, accounts, lookup);
    }

    @Singleton
    GivenEvents givenEvents(
            WarehouseModel model,
            IngestEvents ingest,
            EventAccounts accounts,
            EventLookup lookup,
            InstantSource clock) {
        return new GivenEvents(model, ingest, accounts, lookup, clock);
    }
}
