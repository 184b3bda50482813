package dev.startide.adapter.inbound.pulsar;

import dev.startide.domain.event.SourcePosition;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.util.Comparator;
import org.apache.pulsar.client.api.MessageId;
import org.apache.pulsar.client.api.MessageIdAdv;
import org.apache.pulsar.client.impl.MessageIdImpl;

/// Where a message stands in its partition. As a token: `ledger:entry:partition:index`, with -1 for
/// the partition of a topic that has none and for the index of a message that was sent alone.
///
/// @param index of the message within an entry that holds several
record PulsarPosition(long ledger, long entry, int partition, int index) implements Comparable<PulsarPosition> {

    /// Before the first message of a partition.
    static final PulsarPosition START = new PulsarPosition(-1, -1, -1, -1);

    private static final int PARTS = 4;

    private static final Comparator<PulsarPosition> IN_PARTITION = Comparator.comparingLong(PulsarPosition::ledger)
            .thenComparingLong(PulsarPosition::entry)
            .thenComparingInt(PulsarPosition::index);

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
            if (parts.length == PARTS) {
                return new PulsarPosition(
                        Long.parseLong(parts[0]),
                        Long.parseLong(parts[1]),
                        Integer.parseInt(parts[2]),
                        Integer.parseInt(parts[3]));
            }
        } catch (NumberFormatException notOurs) {
            throw unreadable(stored, notOurs);
        }
        throw unreadable(stored, new IllegalArgumentException("%d parts".formatted(parts.length)));
    }

    private static StartideException unreadable(SourcePosition stored, RuntimeException cause) {
        return StartideException.because(
                FailureCode.INVARIANT_BROKEN,
                "The stored position \"%s\" is none of Pulsar's; was the lane written by another kind of source?"
                        .formatted(stored.token()),
                cause);
    }

    SourcePosition stored() {
        return new SourcePosition("%d:%d:%d:%d".formatted(ledger, entry, partition, index));
    }

    /// Where a reader starts to see this message, if it is still there, and all after it.
    MessageId readingFrom() {
        return equals(START) ? MessageId.earliest : new MessageIdImpl(ledger, entry, partition);
    }

    boolean isAfter(PulsarPosition other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(PulsarPosition other) {
        return IN_PARTITION.compare(this, other);
    }
}
