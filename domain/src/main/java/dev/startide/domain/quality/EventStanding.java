package dev.startide.domain.quality;

/// What became of an event that the load has come past.
public sealed interface EventStanding {

    /// What it says is in the warehouse.
    record Loaded() implements EventStanding {}

    /// It was set aside with a reason.
    record Quarantined() implements EventStanding {}

    /// A rule has set it aside.
    ///
    /// @param rule the rule's name
    record Ignored(String rule) implements EventStanding {}
}
