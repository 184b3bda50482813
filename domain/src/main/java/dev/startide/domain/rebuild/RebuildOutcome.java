package dev.startide.domain.rebuild;

/// How a rebuild ended: what was found, and what was decided upon it.
public record RebuildOutcome(Comparison comparison, Verdict verdict) {}
