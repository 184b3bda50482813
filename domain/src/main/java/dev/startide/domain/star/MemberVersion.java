package dev.startide.domain.star;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version of a member with its key.
///
/// @param from inclusive
/// @param until exclusive
public record MemberVersion(
        long key, Instant from, Instant until, @Nullable Object[] attributes) {}
