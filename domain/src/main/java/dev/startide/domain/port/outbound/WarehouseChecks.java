package dev.startide.domain.port.outbound;

import dev.startide.domain.quality.Check;
import dev.startide.domain.quality.CheckOutcome;
import dev.startide.domain.quality.VerificationWatch;
import dev.startide.warehouse.layout.WarehouseLayout;
import java.util.Collection;
import java.util.List;

/// The promises that the database itself can check, each by questions about whole tables.
///
/// Changes nothing. Safe for use by many threads.
public interface WarehouseChecks {

    /// All checks that there are, in the order of their areas and names.
    List<Check> all();

    /// Does checks, all of them on one snapshot of the warehouse: what is written meanwhile is not
    /// seen, and nobody who writes waits.
    ///
    /// @param layout the tables, all of which the database must have
    /// @param names names of checks out of [#all]
    /// @param shown how many findings of each check are returned at most
    /// @param watch told about each step before it begins
    /// @return one outcome for each of the names, in the order of [#all]
    List<CheckOutcome> run(WarehouseLayout layout, Collection<String> names, int shown, VerificationWatch watch);
}
