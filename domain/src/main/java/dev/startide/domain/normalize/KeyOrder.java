package dev.startide.domain.normalize;

import java.util.Arrays;

/// Compares two values of the same logical type.
final class KeyOrder {

    private KeyOrder() {}

    /// @throws IllegalArgumentException if the values are not of one type that can be ordered
    static int compare(Object left, Object right) {
        if (left instanceof byte[] bytes && right instanceof byte[] others) {
            return Arrays.compareUnsigned(bytes, others);
        }
        if (left instanceof Comparable<?> comparable && left.getClass() == right.getClass()) {
            return compareTo(comparable, right);
        }
        throw new IllegalArgumentException("Cannot order %s and %s"
                .formatted(left.getClass().getName(), right.getClass().getName()));
    }

    @SuppressWarnings("unchecked")
    private static <T> int compareTo(Comparable<T> left, Object right) {
        return left.compareTo((T) right);
    }
}
