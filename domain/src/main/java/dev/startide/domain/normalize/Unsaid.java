package dev.startide.domain.normalize;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Stands in a row of values for "the event said nothing about it", which is not the same as saying
/// null.
public enum Unsaid {
    UNSAID;

    /// What an event says that speaks of none of so many attributes.
    public static Object[] nothing(int width) {
        Object[] values = new Object[width];
        Arrays.fill(values, UNSAID);
        return values;
    }

    /// The values, and where they say nothing those of another row.
    static @Nullable Object[] filled(@Nullable Object[] values, @Nullable Object[] others) {
        @Nullable Object[] both = values.clone();
        for (int index = 0; index < both.length; index++) {
            if (both[index] == UNSAID) {
                both[index] = others[index];
            }
        }
        return both;
    }
}
