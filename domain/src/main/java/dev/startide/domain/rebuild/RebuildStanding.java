package dev.startide.domain.rebuild;

/// How far a rebuild has come, as the database knows it.
public sealed interface RebuildStanding {

    /// Nothing is being rebuilt, and nothing waits to be confirmed.
    record None() implements RebuildStanding {}

    /// Tables are being built beside the live ones; whether a process is at it right now is not
    /// known.
    record Building(RebuildScope scope) implements RebuildStanding {}

    /// Rebuilt tables are live, and those before them are kept.
    record Swapped(RebuildScope scope) implements RebuildStanding {}
}
