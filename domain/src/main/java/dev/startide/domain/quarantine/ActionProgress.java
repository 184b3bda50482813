package dev.startide.domain.quarantine;

import dev.startide.domain.event.LanePosition;

/// How far the events of an action have been gathered.
///
/// @param last the last of them, in the order of lanes and positions; as it was if there are no
///     more
/// @param events how many were added
public record ActionProgress(LanePosition last, int events) {}
