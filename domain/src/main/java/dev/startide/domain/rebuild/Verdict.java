package dev.startide.domain.rebuild;

import dev.startide.domain.rebuild.RebuildScope.Extent;
import java.util.List;

/// Whether rebuilt tables may take the place of the live ones.
public sealed interface Verdict {

    /// They may.
    record Swap() implements Verdict {}

    /// They may not.
    ///
    /// @param reason why, and what helps: one sentence for an operator
    record Keep(String reason) implements Verdict {}

    /// Decides. If only some tables are to be swapped, all the others must be as they are live, and
    /// every event must have been treated as it was: else tables and accounts would not fit
    /// together afterwards.
    static Verdict on(RebuildScope scope, Comparison comparison, OnDifference policy) {
        List<TableDifference> differing = comparison.differing();
        List<TableDifference> outside = differing.stream()
                .filter(table -> !scope.tables().contains(table.table()))
                .toList();
        if (!outside.isEmpty()) {
            return new Keep("%s would have to be rebuilt, too. Use 'startide rebuild --all'"
                    .formatted(outside.stream().map(TableDifference::table).toList()));
        }
        if (scope.extent() == Extent.SOME_TABLES && !comparison.accounts().isEmpty()) {
            return new Keep("Events that were quarantined or ignored are not any more, or the other way round."
                    + " Use 'startide rebuild --all'");
        }
        return switch (policy) {
            case SWAP -> new Swap();
            case KEEP_LIVE ->
                differing.isEmpty()
                        ? new Swap()
                        : new Keep("What was rebuilt differs from what is live in %d of %d tables. 'startide rebuild"
                                        .formatted(
                                                differing.size(),
                                                comparison.tables().size())
                                + " --resume --accept' swaps nevertheless, 'startide rebuild --discard' gives up");
        };
    }
}
