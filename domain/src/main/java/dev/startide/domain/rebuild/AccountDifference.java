package dev.startide.domain.rebuild;

import dev.startide.domain.event.LaneId;

/// What became of the events of a lane, told differently by the live warehouse and by the rebuilt
/// one.
public record AccountDifference(LaneId lane, Account live, Account rebuilt) {

    /// What became of events.
    public record Account(long loaded, long quarantined, long ignored) {}
}
