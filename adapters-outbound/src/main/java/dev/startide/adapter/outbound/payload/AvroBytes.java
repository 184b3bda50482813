package dev.startide.adapter.outbound.payload;

import dev.startide.domain.event.PayloadLimits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Avro's primitive values in binary encoding. Nothing is allocated before it is known to be there.
final class AvroBytes {

    private static final int LONG_BITS = 64;
    private static final int BITS_OF_A_BYTE = 7;

    private final ByteBuffer bytes;

    AvroBytes(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean isAtEnd() {
        return !bytes.hasRemaining();
    }

    boolean readBoolean() {
        require(1);
        return switch (bytes.get()) {
            case 0 -> false;
            case 1 -> true;
            default -> throw Refusal.unreadable("the payload is not Avro of its schema: a boolean is neither 0 nor 1");
        };
    }

    int readInt() {
        long value = readLong();
        if (value != (int) value) {
            throw Refusal.unreadable("the payload is not Avro of its schema: an int has more than 32 bits");
        }
        return (int) value;
    }

    /// A zig-zag number of variable length.
    long readLong() {
        long raw = 0;
        for (int shift = 0; shift < LONG_BITS; shift += BITS_OF_A_BYTE) {
            require(1);
            byte next = bytes.get();
            raw |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (raw >>> 1) ^ -(raw & 1);
            }
        }
        throw Refusal.unreadable("the payload is not Avro of its schema: a number has more than 64 bits");
    }

    float readFloat() {
        require(Float.BYTES);
        return bytes.getFloat();
    }

    double readDouble() {
        require(Double.BYTES);
        return bytes.getDouble();
    }

    /// The length in front of bytes or text; that many bytes are there.
    int readLength() {
        long length = readLong();
        if (length < 0) {
            throw Refusal.unreadable("the payload is not Avro of its schema: a length is negative");
        }
        require(length);
        return (int) length;
    }

    byte[] readBytes(int length) {
        require(length);
        byte[] value = new byte[length];
        bytes.get(value);
        return value;
    }

    String readText() {
        int length = readTextLength();
        return new String(bytes.array(), bytes.position() - length, length, StandardCharsets.UTF_8);
    }

    /// Passes over text that could be read.
    void skipText() {
        readTextLength();
    }

    /// Passes over text and says how many bytes it took.
    private int readTextLength() {
        int length = readLength();
        int start = bytes.position();
        if (length > PayloadLimits.MAX_TEXT_LENGTH) {
            throw Refusal.beyondLimit("a text has more than %d bytes".formatted(PayloadLimits.MAX_TEXT_LENGTH));
        }
        if (!Utf8.isValid(bytes.array(), start, start + length)) {
            throw Refusal.unreadable("the payload holds text that is not UTF-8");
        }
        bytes.position(start + length);
        return length;
    }

    private void require(long wanted) {
        if (bytes.remaining() < wanted) {
            throw Refusal.unreadable("the payload is not Avro of its schema: it ends too early");
        }
    }
}
