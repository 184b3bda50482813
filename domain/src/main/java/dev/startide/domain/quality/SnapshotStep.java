package dev.startide.domain.quality;

import dev.startide.warehouse.star.FactName;
import java.time.LocalDate;

/// What one step of filling periods did.
public sealed interface SnapshotStep {

    /// Rows were written.
    ///
    /// @param until the day up to which periods are being filled
    /// @param things how many things of the fact were looked at
    /// @param rows how many rows were written
    record Filled(FactName fact, LocalDate until, long things, long rows) implements SnapshotStep {}

    /// Every closed period has its rows.
    record UpToDate() implements SnapshotStep {}

    /// Another process holds the right to write.
    record StandingBy() implements SnapshotStep {}
}
