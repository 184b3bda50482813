package dev.startide.domain.normalize;

import java.util.Arrays;

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
}
