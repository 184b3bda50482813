package dev.startide.app.ingest;

import dev.startide.domain.event.IngestReceipt;

/// What became of the lines so far.
///
/// @param passed lines that were logged by an earlier run
/// @param accepted lines that were logged as events
/// @param duplicates lines whose event was known by its id
/// @param conflicting lines whose id belongs to an event of other content
/// @param refused lines that are too long to be logged
/// @param bytes how much of the input is dealt with
public record LineTotals(long passed, long accepted, long duplicates, long conflicting, long refused, long bytes) {

    static final LineTotals NONE = new LineTotals(0, 0, 0, 0, 0, 0);

    LineTotals passed(long lines, long upTo) {
        return new LineTotals(lines, accepted, duplicates, conflicting, refused, upTo);
    }

    LineTotals refusedOne() {
        return new LineTotals(passed, accepted, duplicates, conflicting, refused + 1, bytes);
    }

    LineTotals plus(IngestReceipt receipt, long upTo) {
        long others = receipt.outcomes().size() - receipt.accepted() - receipt.duplicates();
        return new LineTotals(
                passed,
                accepted + receipt.accepted(),
                duplicates + receipt.duplicates(),
                conflicting + others,
                refused,
                upTo);
    }
}
