package dev.startide.domain.star;

import dev.startide.domain.event.LaneId;

/// Events one after the other that one rule has set aside.
///
/// @param first the position of the first of them
/// @param last the position of the last of them
public record IgnoredRun(LaneId lane, long first, long last, String rule) {}
