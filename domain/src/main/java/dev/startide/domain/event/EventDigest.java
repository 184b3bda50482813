package dev.startide.domain.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// 128 bits that stand for an event: the first half of a SHA-256 over its identity and its bytes.
///
/// Two deliveries of one event have the same digest; two different events have, for all purposes,
/// different ones. The natural order compares the bits as unsigned numbers, as PostgreSQL compares
/// `uuid`.
public record EventDigest(long high, long low) implements Comparable<EventDigest> {

    /// Computes the digest.
    ///
    /// @param identity what identifies the event among its kind; empty if only its content does
    public static EventDigest of(String identity, byte[] content) {
        MessageDigest sha256 = sha256();
        byte[] name = identity.getBytes(StandardCharsets.UTF_8);
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).flip());
        sha256.update(name);
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest(content));
        return new EventDigest(hash.getLong(), hash.getLong());
    }

    public static EventDigest of(UUID uuid) {
        return new EventDigest(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
    }

    /// The same bits in the form that a database column holds.
    public UUID toUuid() {
        return new UUID(high, low);
    }

    @Override
    public int compareTo(EventDigest other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
