package dev.startide.domain.review;

import java.time.Instant;

/// A model that was applied to the database.
///
/// @param description one line for each of its parts
public record ModelVersion(int version, Instant appliedAt, String appliedBy, String description) {}
