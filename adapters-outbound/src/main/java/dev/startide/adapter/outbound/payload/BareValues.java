package dev.startide.adapter.outbound.payload;

import dev.startide.domain.normalize.Scalar;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.function.Function;

/// Reads values without names, as Pulsar's schemas of single values write them: an event with the
/// one field `value`.
final class BareValues {

    private static final String NAME = "value";

    private static final Map<String, Function<ByteBuffer, Scalar>> READERS = Map.ofEntries(
            Map.entry("int8", bytes -> new Scalar.Whole(bytes.get())),
            Map.entry("int16", bytes -> new Scalar.Whole(bytes.getShort())),
            Map.entry("int32", bytes -> new Scalar.Whole(bytes.getInt())),
            Map.entry("int64", bytes -> new Scalar.Whole(bytes.getLong())),
            Map.entry("float", bytes -> new Scalar.Floating(bytes.getFloat())),
            Map.entry("double", bytes -> new Scalar.Floating(bytes.getDouble())),
            Map.entry("boolean", bytes -> new Scalar.Truth(bytes.get() != 0)),
            Map.entry("date", bytes -> new Scalar.Moment(Instant.ofEpochMilli(bytes.getLong()))),
            Map.entry("timestamp", bytes -> new Scalar.Moment(Instant.ofEpochMilli(bytes.getLong()))),
            Map.entry("instant", bytes -> new Scalar.Moment(Instant.ofEpochSecond(bytes.getLong(), bytes.getInt()))),
            Map.entry("local_date", bytes -> new Scalar.Day(LocalDate.ofEpochDay(bytes.getLong()))),
            Map.entry("local_time", bytes -> new Scalar.TimeOfDay(LocalTime.ofNanoOfDay(bytes.getLong()))));

    private BareValues() {}

    /// Whether values of this type are read.
    static boolean isRead(String type) {
        return READERS.containsKey(type);
    }

    /// @throws Refusal if the bytes are no such value, or what the target says about it
    static void decode(String type, byte[] bytes, Target root) {
        Scalar value = read(type, bytes);
        Target.ObjectTarget object = root.object();
        Target member = object.member(NAME);
        if (member != null) {
            member.scalar(value);
        }
        object.end();
    }

    /// @throws Refusal if the bytes are no such value
    static Scalar read(String type, byte[] bytes) {
        Function<ByteBuffer, Scalar> reader = READERS.get(type);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            Scalar value = reader == null ? null : reader.apply(buffer);
            if (value != null && !buffer.hasRemaining()) {
                return value;
            }
        } catch (BufferUnderflowException | DateTimeException | ArithmeticException beyond) {
            throw notOne(type);
        }
        throw notOne(type);
    }

    private static Refusal notOne(String type) {
        return Refusal.unreadable("the bytes are no value of the type %s".formatted(type));
    }
}
