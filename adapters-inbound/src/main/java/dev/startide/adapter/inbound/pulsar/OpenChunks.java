package dev.startide.adapter.inbound.pulsar;

import dev.startide.adapter.inbound.pulsar.PulsarPosition.Entry;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.pulsar.client.api.Consumer;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.MessageId;
import org.apache.pulsar.client.api.MessageIdAdv;
import org.apache.pulsar.client.impl.ConsumerBase;
import org.apache.pulsar.client.impl.ConsumerImpl;
import org.apache.pulsar.client.impl.MessageIdImpl;
import org.apache.pulsar.common.util.collections.GrowableArrayBlockingQueue;

/// The messages of a partition that were sent in chunks and have begun, but were not read yet.
///
/// Other messages may stand between the chunks of one. Who logs those and begins anew after them
/// would never see the first chunk again, and the client drops a message without it. So a position
/// says where the oldest message began that is open.
///
/// The client tells nobody, so this looks into it: at the messages that it puts together, and at
/// those that are complete and wait to be read. In between there is an instant in which one is
/// seen in neither place; it counts as open still for a while.
///
/// Used by one thread.
final class OpenChunks {

    private static final long REMEMBERED = TimeUnit.SECONDS.toNanos(10);

    private static final VarHandle BEGUN = field(ConsumerImpl.class, "chunkedMessagesMap", Map.class);
    private static final VarHandle WAITING =
            field(ConsumerBase.class, "incomingMessages", GrowableArrayBlockingQueue.class);
    private static final VarHandle CHUNKS =
            field(nested(ConsumerImpl.class, "ChunkedMessageCtx"), "chunkedMessageIds", MessageIdImpl[].class);

    private final Consumer<?> consumer;
    private final Map<Entry, Long> lastSeen = new HashMap<>();
    private final List<Span> read = new ArrayList<>();

    OpenChunks(Consumer<?> consumer) {
        this.consumer = consumer;
    }

    /// A message in chunks, from its first entry to its last.
    private record Span(Entry first, Entry last) {}

    /// To be told of each message that was read.
    void wasRead(MessageId id) {
        firstChunk(id).ifPresent(first -> {
            lastSeen.remove(first);
            read.add(new Span(first, Entry.of((MessageIdAdv) id)));
        });
    }

    /// Where to begin, there or earlier, so as to begin within no message that was read. Of one that
    /// comes without its beginning the client never gives back the room that it took, and in the
    /// end it asks for no more.
    Entry wholeFrom(Entry wanted) {
        Entry from = wanted;
        for (Entry earlier = earliestAround(from); earlier.compareTo(from) < 0; earlier = earliestAround(from)) {
            from = earlier;
        }
        Entry begin = from;
        read.removeIf(span -> span.last().compareTo(begin) < 0);
        return begin;
    }

    private Entry earliestAround(Entry from) {
        return read.stream()
                .filter(span -> span.last().compareTo(from) >= 0)
                .map(Span::first)
                .filter(first -> first.compareTo(from) < 0)
                .min(Entry::compareTo)
                .orElse(from);
    }

    /// Where the oldest open message began, or empty if none is open.
    Optional<Entry> oldest() {
        long now = System.nanoTime();
        seen().forEach(first -> lastSeen.put(first, now));
        lastSeen.values().removeIf(at -> now - at > REMEMBERED);
        return lastSeen.keySet().stream().min(Entry::compareTo);
    }

    /// The begun ones first: what completes meanwhile is then found among the waiting.
    private SequencedSet<Entry> seen() {
        TreeSet<Entry> firsts = new TreeSet<>();
        ((Map<?, ?>) BEGUN.get(consumer)).values().forEach(begun -> {
            MessageIdImpl[] chunks = (MessageIdImpl[]) CHUNKS.getVolatile(begun);
            if (chunks != null && chunks.length > 0 && chunks[0] != null) {
                firsts.add(Entry.of(chunks[0]));
            }
        });
        ((GrowableArrayBlockingQueue<?>) WAITING.get(consumer))
                .forEach(message ->
                        firstChunk(((Message<?>) message).getMessageId()).ifPresent(firsts::add));
        return firsts;
    }

    private static Optional<Entry> firstChunk(MessageId id) {
        return Optional.ofNullable(((MessageIdAdv) id).getFirstChunkMessageId()).map(Entry::of);
    }

    private static VarHandle field(Class<?> owner, String name, Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findVarHandle(owner, name, type);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("Pulsar's client of this version is made otherwise", changed);
        }
    }

    private static Class<?> nested(Class<?> owner, String name) {
        try {
            return Class.forName(owner.getName() + "$" + name, false, owner.getClassLoader());
        } catch (ClassNotFoundException changed) {
            throw new IllegalStateException("Pulsar's client of this version is made otherwise", changed);
        }
    }
}
