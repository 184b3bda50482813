package dev.startide.domain.service;

import java.time.Duration;

/// The bounds of loading.
///
/// @param holder names this process uniquely among all that may load the warehouse
/// @param leaseTime how long the right to load lasts without being prolonged, and so how long
///     another process waits after this one fell silent without being known to be dead
/// @param maxEvents most events in one batch
/// @param maxBytes most payload bytes in one batch
/// @param remembered how many members of each dimension, and rows of each entity that others name,
///     are kept in memory
/// @param readers how many parts of a batch are read at the same time
public record LoadSettings(
        String holder, Duration leaseTime, int maxEvents, long maxBytes, int remembered, int readers) {

    public LoadSettings {
        requirePositive("batch events", maxEvents);
        requirePositive("batch bytes", maxBytes);
        requirePositive("remembered entries", remembered);
        requirePositive("readers", readers);
        if (leaseTime.isNegative() || leaseTime.isZero()) {
            throw new IllegalArgumentException("The lease time must be positive, is " + leaseTime);
        }
    }

    private static void requirePositive(String what, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s must be positive, is %d".formatted(what, value));
        }
    }
}
