package dev.startide.domain.normalize;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values that identify a row: an entity's key, a member's natural key, the grain of a fact.
///
/// Values are those of [dev.startide.warehouse.schema.LogicalType]; none is null.
public final class Key implements Comparable<Key> {

    private final Object[] parts;
    private final int hash;

    private Key(Object[] parts) {
        this.parts = parts;
        this.hash = Arrays.deepHashCode(parts);
    }

    public static Key of(Object... parts) {
        return new Key(parts.clone());
    }

    /// The key in a part of a row.
    public static Key from(@Nullable Object[] row, int start, int width) {
        Object[] parts = Arrays.copyOfRange(row, start, start + width, Object[].class);
        for (Object part : parts) {
            if (part == null) {
                throw new IllegalArgumentException("A part of a key is null");
            }
        }
        return new Key(parts);
    }

    public Object part(int index) {
        return parts[index];
    }

    public int width() {
        return parts.length;
    }

    public List<Object> parts() {
        return List.of(parts);
    }

    /// Copies the parts into a row.
    public void writeTo(@Nullable Object[] row, int start) {
        System.arraycopy(parts, 0, row, start, parts.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key && hash == key.hash && Arrays.deepEquals(parts, key.parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /// Compares part by part; keys of the same kind only.
    @Override
    public int compareTo(Key other) {
        for (int index = 0; index < parts.length; index++) {
            int byPart = KeyOrder.compare(parts[index], other.parts[index]);
            if (byPart != 0) {
                return byPart;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return Arrays.toString(parts);
    }
}
