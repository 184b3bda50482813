package dev.startide.adapter.outbound.payload;

import dev.startide.domain.event.PayloadLimits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/// Reads one Avro record, in binary encoding and with the schema it was written with, into a
/// target.
///
/// Avro's own reader builds a record first, and trusts counts, lengths and nesting that the bytes
/// claim; this one does neither.
final class AvroDecoder {

    /// Values that take no bytes (null, empty records) are free to claim; beyond what bytes pay for
    /// there may be this many.
    private static final long FREE_VALUES = 100_000;

    private final AvroBytes bytes;
    private long budget;

    private AvroDecoder(byte[] payload) {
        this.bytes = new AvroBytes(payload);
        this.budget = 2L * payload.length + FREE_VALUES;
    }

    /// @throws Refusal if the bytes are no such record, or what the target says about it
    static void decode(byte[] payload, Schema schema, Target root) {
        AvroDecoder decoder = new AvroDecoder(payload);
        decoder.value(schema, root, 0);
        if (!decoder.bytes.isAtEnd()) {
            throw Refusal.unreadable("the payload is not Avro of its schema: it goes on after the record");
        }
    }

    /// @param target null to skip the value
    private void value(Schema schema, @Nullable Target target, int depth) {
        if (--budget < 0) {
            throw Refusal.beyondLimit("the payload claims more values than its bytes can hold");
        }
        switch (schema.getType()) {
            case RECORD -> record(schema, target, deeper(depth));
            case ARRAY -> array(schema.getElementType(), target, deeper(depth));
            case MAP -> map(schema.getValueType(), target, deeper(depth));
            case UNION -> value(branch(schema.getTypes()), target, depth);
            case NULL -> {
                if (target != null) {
                    target.nothing();
                }
            }
            case BOOLEAN, INT, LONG, FLOAT, DOUBLE, BYTES, FIXED, STRING, ENUM -> scalar(schema, target);
        }
    }

    private void scalar(Schema schema, @Nullable Target target) {
        if (target != null) {
            target.scalar(AvroScalars.read(schema, bytes));
        } else {
            AvroScalars.skip(schema, bytes);
        }
    }

    private void record(Schema schema, @Nullable Target target, int depth) {
        Target.ObjectTarget object = target == null ? null : target.object();
        for (Schema.Field field : schema.getFields()) {
            value(field.schema(), object == null ? null : object.member(field.name()), depth);
        }
        if (object != null) {
            object.end();
        }
    }

    private void map(Schema values, @Nullable Target target, int depth) {
        Target.ObjectTarget object = target == null ? null : target.object();
        Set<String> names = new HashSet<>();
        long members = 0;
        for (long block = blockLength(); block != 0; block = blockLength()) {
            members = requireWithinLimit(members, block);
            for (long index = 0; index < block; index++) {
                String name = bytes.readText();
                if (!names.add(name)) {
                    throw Refusal.unreadable("a map has a name twice");
                }
                value(values, object == null ? null : object.member(name), depth);
            }
        }
        if (object != null) {
            object.end();
        }
    }

    private void array(Schema elements, @Nullable Target target, int depth) {
        Target.ListTarget list = target == null ? null : target.list();
        long total = 0;
        for (long block = blockLength(); block != 0; block = blockLength()) {
            total = requireWithinLimit(total, block);
            for (long index = 0; index < block; index++) {
                value(elements, list == null ? null : list.element(), depth);
            }
        }
        if (list != null) {
            list.end();
        }
    }

    /// How many values the next block has; a negative count is followed by the block's size.
    private long blockLength() {
        long count = bytes.readLong();
        if (count >= 0) {
            return count;
        }
        bytes.readLong();
        if (count == Long.MIN_VALUE) {
            throw Refusal.unreadable("the payload is not Avro of its schema: a block has no sensible length");
        }
        return -count;
    }

    private Schema branch(List<Schema> branches) {
        long index = bytes.readLong();
        if (index < 0 || index >= branches.size()) {
            throw Refusal.unreadable("the payload is not Avro of its schema: a union has no such branch");
        }
        return branches.get((int) index);
    }

    private static long requireWithinLimit(long before, long more) {
        if (more > PayloadLimits.MAX_ELEMENTS - before) {
            throw Refusal.beyondLimit("a list has more than %d elements".formatted(PayloadLimits.MAX_ELEMENTS));
        }
        return before + more;
    }

    private static int deeper(int depth) {
        if (depth >= PayloadLimits.MAX_DEPTH) {
            throw Refusal.beyondLimit("the payload is nested more than %d deep".formatted(PayloadLimits.MAX_DEPTH));
        }
        return depth + 1;
    }
}
