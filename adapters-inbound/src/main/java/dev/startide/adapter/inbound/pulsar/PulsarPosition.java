package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.util.Comparator;
import org.apache.pulsar.client.api.MessageId;
import org.apache.pulsar.client.api.MessageIdAdv;
import org.apache.pulsar.client.impl.MessageIdImpl;

/// Where a message stands in its partition. As a token: `ledger:entry:partition:index`, with -1 for
/// the partition of a topic that has none and for the index of a message that was sent alone; and
/// `:ledger:entry` behind it where reading must begin earlier.
///
/// @param index of the message within an entry that holds several
/// @param from where a reader has to begin to see all messages after this one: those that were
///     sent in chunks are complete with their last chunk, and their first may stand before
record PulsarPosition(long ledger, long entry, int partition, int index, Entry from)
        implements Comparable<PulsarPosition> {

    /// Before the first message of a partition.
    static final PulsarPosition START = new PulsarPosition(-1, -1, -1, -1);

    private static final int PARTS = 4;
    private static final int PARTS_WITH_FROM = 6;

    private static final Comparator<PulsarPosition> IN_PARTITION = Comparator.comparingLong(PulsarPosition::ledger)
            .thenComparingLong(PulsarPosition::entry)
            .thenComparingInt(PulsarPosition::index);

    /// One entry of a partition: a message, several that were sent together, or a chunk.
    record Entry(long ledger, long entry) implements Comparable<Entry> {

        private static final Comparator<Entry> IN_PARTITION =
                Comparator.comparingLong(Entry::ledger).thenComparingLong(Entry::entry);

        static Entry of(MessageIdAdv id) {
            return new Entry(id.getLedgerId(), id.getEntryId());
        }

        @Override
        public int compareTo(Entry other) {
            return IN_PARTITION.compare(this, other);
        }
    }

    PulsarPosition(long ledger, long entry, int partition, int index) {
        this(ledger, entry, partition, index, new Entry(ledger, entry));
    }

    static PulsarPosition of(MessageId message) {
        MessageIdAdv id = (MessageIdAdv) message;
        return new PulsarPosition(id.getLedgerId(), id.getEntryId(), id.getPartitionIndex(), id.getBatchIndex());
    }

    /// Reads a stored token.
    ///
    /// @throws StartideException `INVARIANT_BROKEN` if it is none of ours
    static PulsarPosition of(SourcePosition stored) {
        if (stored.equals(SourcePosition.START)) {
            return START;
        }
        String[] parts = stored.token().split(":", -1);
        try {
            if (parts.length == PARTS || parts.length == PARTS_WITH_FROM) {
                return of(parts);
            }
        } catch (NumberFormatException notOurs) {
            throw unreadable(stored, notOurs);
        }
        throw unreadable(stored, new IllegalArgumentException("%d parts".formatted(parts.length)));
    }

    private static PulsarPosition of(String... parts) {
        PulsarPosition alone = new PulsarPosition(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]));
        return parts.length == PARTS
                ? alone
                : alone.beginningAt(
                        new Entry(Long.parseLong(parts[PARTS]), Long.parseLong(parts[PARTS_WITH_FROM - 1])));
    }

    private static StartideException unreadable(SourcePosition stored, RuntimeException cause) {
        return StartideException.because(
                FailureCode.INVARIANT_BROKEN,
                "The stored position \"%s\" is none of Pulsar's; was the lane written by another kind of source?"
                        .formatted(stored.token()),
                cause);
    }

    /// The same, with a reader that begins there unless it has to begin earlier anyway.
    PulsarPosition beginningAt(Entry earlier) {
        return new PulsarPosition(ledger, entry, partition, index, earlier.compareTo(from) < 0 ? earlier : from);
    }

    SourcePosition stored() {
        String token = "%d:%d:%d:%d".formatted(ledger, entry, partition, index);
        return new SourcePosition(
                isReadFromItself() ? token : "%s:%d:%d".formatted(token, from.ledger(), from.entry()));
    }

    private boolean isReadFromItself() {
        return from.equals(at());
    }

    /// The entry that holds this message, or its last chunk.
    Entry at() {
        return new Entry(ledger, entry);
    }

    /// Where a reader starts to see this message, if it is still there, and all after it.
    MessageId readingFrom() {
        return isStart() ? MessageId.earliest : new MessageIdImpl(from.ledger(), from.entry(), partition);
    }

    boolean isStart() {
        return equals(START);
    }

    boolean isAfter(PulsarPosition other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(PulsarPosition other) {
        return IN_PARTITION.compare(this, other);
    }
}
