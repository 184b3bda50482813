package dev.startide.domain.port.inbound;

import dev.startide.domain.trace.MemberHistory;
import dev.startide.warehouse.star.DimensionName;
import java.util.Optional;

/// Tells how a member of a dimension was when, and which events said so. Changes nothing.
public interface ShowHistory {

    /// The member with a natural key; empty if the dimension does not have it.
    ///
    /// @param naturalKey its parts, with commas between them
    /// @throws IllegalArgumentException if the model has no such dimension with members, or the
    ///     text is none of its keys
    Optional<MemberHistory> ofMember(DimensionName dimension, String naturalKey);

    /// The member with a durable key, such as -1 for the one that stands for "unknown"; empty if
    /// the dimension does not have it.
    ///
    /// @throws IllegalArgumentException if the model has no such dimension with members
    Optional<MemberHistory> ofMember(DimensionName dimension, long durableKey);
}
