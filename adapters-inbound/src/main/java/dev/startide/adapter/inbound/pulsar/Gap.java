package dev.startide.adapter.inbound.pulsar;

import dev.startide.adapter.inbound.pulsar.PulsarPosition.Entry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Whether the broker still has all messages after a position.
///
/// A broker deletes messages by whole ledgers, the oldest first. While it has the ledger in which a
/// position stands, it has everything after it. When that ledger is gone, messages behind the
/// position may have gone with it, or it may have been the last one there; how far the
/// subscription has got tells more.
sealed interface Gap {

    /// Nothing is missing.
    record None() implements Gap {}

    /// Nothing speaks for it, and it cannot be excluded: the ledger went while nobody looked.
    ///
    /// @param next the oldest ledger that there is
    record Possible(long next) implements Gap {}

    /// Messages may be missing: the subscription went beyond the position, by ourselves before the
    /// database came back older, or by a policy of the broker.
    ///
    /// @param next the oldest ledger that there is
    record Likely(long next) implements Gap {}

    /// What a broker says of a partition.
    ///
    /// @param ledgers the numbers of those that it has, in order
    /// @param acknowledged how far the subscription has got; empty if there is none
    record Holdings(List<Long> ledgers, Optional<Entry> acknowledged) {

        private static final int PARTS = 2;

        /// Reads what the admin API calls `internalStats`.
        static Holdings of(AdminJson stats, String subscription) {
            List<Long> ledgers = stats.at("ledgers").elements().stream()
                    .flatMap(ledger -> ledger.at("ledgerId").number().stream())
                    .toList();
            return new Holdings(
                    ledgers,
                    stats.at("cursors")
                            .at(subscription)
                            .at("markDeletePosition")
                            .text()
                            .flatMap(Holdings::entry));
        }

        private static Optional<Entry> entry(String position) {
            String[] parts = position.split(":", -1);
            try {
                return parts.length == PARTS
                        ? Optional.of(new Entry(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
                        : Optional.empty();
            } catch (NumberFormatException notOne) {
                return Optional.empty();
            }
        }
    }

    /// Compares a stored position with what a broker has.
    ///
    /// @param stored how far the database says that the partition was read
    static Gap after(PulsarPosition stored, Holdings holdings) {
        Entry from = stored.at();
        OptionalLong oldest =
                holdings.ledgers().stream().mapToLong(Long::longValue).min();
        if (stored.isStart() || oldest.isEmpty() || oldest.getAsLong() <= from.ledger()) {
            return new None();
        }
        boolean isBehind = holdings.acknowledged()
                .filter(entry -> isBeyond(entry, from, oldest.getAsLong()))
                .isPresent();
        return isBehind ? new Likely(oldest.getAsLong()) : new Possible(oldest.getAsLong());
    }

    /// Where a ledger was read to its end, the broker moves on to before the first entry of the
    /// next one by itself.
    private static boolean isBeyond(Entry acknowledged, Entry stored, long oldest) {
        boolean isMovedOnly = acknowledged.ledger() == oldest && acknowledged.entry() < 0;
        return acknowledged.compareTo(stored) > 0 && !isMovedOnly;
    }
}
