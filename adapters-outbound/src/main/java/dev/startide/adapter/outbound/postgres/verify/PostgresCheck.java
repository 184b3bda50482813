package dev.startide.adapter.outbound.postgres.verify;

import dev.startide.domain.quality.Check;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.util.List;

/// A promise, and the questions that find where it does not hold.
///
/// Every bean of this type is part of `startide verify`. Questions are about whole tables, so they
/// are written for sequential scans and joins of sets, and must not depend on each other.
interface PostgresCheck {

    Check check();

    /// The questions for a warehouse; none if it has nothing that the promise is about.
    List<Probe> probes(WarehouseLayout layout);
}
