package dev.startide.domain.service;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.IngestReceipt;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.failpoint.FailPoint;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.Source;
import dev.startide.warehouse.mapping.SourceName;

/// Logs what sources deliver.
public final class IngestService implements IngestEvents {

    private final WarehouseModel model;
    private final RawLog rawLog;

    public IngestService(WarehouseModel model, RawLog rawLog) {
        this.model = model;
        this.rawLog = rawLog;
    }

    @Override
    public OpenLane open(SourceName source, LaneName lane) {
        OpenLane opened = rawLog.open(sourceOf(source), lane);
        FailPoint.LANE_OPENED.reached();
        return opened;
    }

    @Override
    public IngestReceipt ingest(IngestBatch batch) {
        FailPoint.BATCH_TAKEN.reached();
        IngestReceipt receipt = rawLog.append(sourceOf(batch.lane().source()), batch);
        FailPoint.BATCH_LOGGED.reached();
        return receipt;
    }

    private Source sourceOf(SourceName wanted) {
        return model.sources().stream()
                .filter(source -> source.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> StartideException.because(
                        FailureCode.SETTING_INVALID,
                        "The model has no source '%s'. Name one of %s"
                                .formatted(
                                        wanted,
                                        model.sources().stream()
                                                .map(Source::name)
                                                .toList())));
    }
}
