package dev.startide.domain.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a member was from an instant on, until the next version begins.
///
/// @param from inclusive; the beginning of time for the first version
/// @param attributes aligned with the dimension's attributes
public record Version(Instant from, @Nullable Object[] attributes) {}
