package dev.startide.adapter.outbound.postgres.copy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Bytes on their way into a binary COPY, in network order. Grows as needed and is used again. Used
/// by one thread.
public final class CopyBuffer {

    /// What the server takes for a null.
    private static final int NULL_LENGTH = -1;

    private static final int INITIAL = 1 << 17;
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[INITIAL];
    private int length;

    public int length() {
        return length;
    }

    byte[] array() {
        return bytes;
    }

    void clear() {
        length = 0;
    }

    /// Makes sure that as many more bytes fit, and returns the array that they go to.
    byte[] reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), bytes.length << 1));
        }
        return bytes;
    }

    /// Says that bytes were written directly into [#array] up to an index.
    void advanceTo(int end) {
        length = end;
    }

    void putShort(int value) {
        SHORTS.set(reserve(Short.BYTES), length, (short) value);
        length += Short.BYTES;
    }

    void putInt(int value) {
        INTS.set(reserve(Integer.BYTES), length, value);
        length += Integer.BYTES;
    }

    void putLong(long value) {
        LONGS.set(reserve(Long.BYTES), length, value);
        length += Long.BYTES;
    }

    void putRaw(byte[] value) {
        System.arraycopy(value, 0, reserve(value.length), length, value.length);
        length += value.length;
    }

    /// Overwrites the four bytes at an index.
    void setInt(int at, int value) {
        INTS.set(bytes, at, value);
    }

    /// A field without a value.
    public void nullField() {
        putInt(NULL_LENGTH);
    }

    /// A field of type `smallint`.
    public void shortField(int value) {
        putInt(Short.BYTES);
        putShort(value);
    }

    /// A field of type `int`.
    public void intField(int value) {
        putInt(Integer.BYTES);
        putInt(value);
    }

    /// A field of type `bigint`, or of one that is sent as 64 bits.
    public void longField(long value) {
        putInt(Long.BYTES);
        putLong(value);
    }

    /// A field of type `uuid`.
    public void uuidField(long high, long low) {
        putInt(2 * Long.BYTES);
        putLong(high);
        putLong(low);
    }

    /// A field of type `boolean`.
    public void booleanField(boolean value) {
        putInt(1);
        reserve(1)[length++] = (byte) (value ? 1 : 0);
    }

    /// A field of type `bytea`.
    public void bytesField(byte[] value) {
        putInt(value.length);
        putRaw(value);
    }
}
