package dev.startide.domain.testkit;

import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.Progress;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.quality.QuarantinedEvent;
import java.util.List;
import java.util.function.Supplier;

/// The adapters of one database, for contracts that concern several of them.
///
/// @param quarantine reads back what was set aside, in the order of lanes and positions
public record AdaptersUnderTest(
        RawLog rawLog,
        Warehouse warehouse,
        LoaderLease lease,
        Cursors cursors,
        Progress progress,
        Supplier<List<QuarantinedEvent>> quarantine) {}
