package dev.startide.domain.star;

import dev.startide.domain.normalize.FactChange;
import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.FactMemory;
import dev.startide.warehouse.star.FactKind;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides the rows of a fact. The members that they point at have been decided before.
sealed interface FactDecision permits UpdatedFacts, FirstChangeFacts, BookedFacts, PeriodicFacts {

    /// What is written because of these changes, by grain.
    List<TableWrites> decide(Map<Key, List<FactChange>> changes, Workspace workspace);

    /// The decision for a fact of this kind.
    ///
    /// @param memory what is kept of it beside its table
    /// @param zone decides which period an instant belongs to
    static FactDecision of(FactLayout layout, Optional<FactMemory> memory, ZoneId zone, FactRows.Keys keys) {
        return switch (layout.fact().kind()) {
            case FactKind.Transaction(var changes) ->
                switch (changes) {
                    case UPDATE -> new UpdatedFacts(layout, memory, keys);
                    case NEVER -> new FirstChangeFacts(layout, keys);
                    case REVERSE -> new BookedFacts(layout, memory.orElseThrow(), keys);
                };
            case FactKind.Periodic periodic ->
                new PeriodicFacts(memory.orElseThrow(), new PeriodRows(layout, periodic, zone, keys));
            case FactKind.Accumulating _ -> new UpdatedFacts(layout, memory, keys);
        };
    }
}
