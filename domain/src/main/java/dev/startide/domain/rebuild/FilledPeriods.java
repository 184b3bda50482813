package dev.startide.domain.rebuild;

import java.time.LocalDate;

/// How far the periods of a live fact have been filled.
///
/// @param until periods that are over at the beginning of this day have their rows
/// @param target the day that is being reached; the same while nothing is going on
public record FilledPeriods(LocalDate until, LocalDate target) {

    /// Whether some things have rows up to the target, and others do not.
    public boolean isGoingOn() {
        return target.isAfter(until);
    }
}
