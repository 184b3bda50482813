package dev.startide.domain.trace;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.normalize.ChangeKind;
import dev.startide.warehouse.star.DimensionName;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A member of a dimension: how it was when, and what was said of it.
///
/// @param naturalKey columns and values; empty for a member that stands for something unknown
/// @param versions at least one, in the order of their validity
/// @param statements what was said of it, in the order that counts, as far as it is stored
public record MemberHistory(
        DimensionName dimension,
        long durableKey,
        Map<String, String> naturalKey,
        Standing standing,
        List<Version> versions,
        List<Statement> statements) {

    /// How a member came to be known.
    public enum Standing {
        /// Events have told of it.
        STATED,

        /// Another row names it, and nothing else is known.
        INFERRED,

        /// It stands for something that is not known.
        SPECIAL
    }

    public MemberHistory {
        naturalKey = Map.copyOf(naturalKey);
        versions = List.copyOf(versions);
        statements = List.copyOf(statements);
    }

    /// How the member was for a while.
    ///
    /// @param number from 1
    /// @param from inclusive; the beginning of time for the first version
    /// @param until exclusive; the end of time for a version that still holds
    /// @param attributes columns and values, without those that have none, in table order
    public record Version(long key, int number, Instant from, Instant until, Map<String, String> attributes) {}

    /// What an event said of the member.
    ///
    /// @param at the event time
    /// @param event where the event is logged
    /// @param said columns and values, in table order
    public record Statement(Instant at, long sequence, ChangeKind kind, LanePosition event, Map<String, String> said) {}
}
