package dev.startide.warehouse.star;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The days that a calendar calls holidays.
public sealed interface Holidays {

    /// The calendar says nothing of holidays.
    record None() implements Holidays {}

    /// These days, by name.
    record Named(SortedMap<LocalDate, String> days) implements Holidays {
        public Named {
            days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
        }
    }
}
