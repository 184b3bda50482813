package dev.startide.warehouse.declaration;

import java.util.List;

/// A test as it was written.
///
/// @param given its events, in order
/// @param expected what tables are to show
/// @param through the last day of periods that are filled
public record TestDeclaration(
        Written name,
        List<Node> given,
        Section<ExpectedTable> expected,
        List<Outcome> quarantined,
        List<Outcome> ignored,
        Written through) {

    public TestDeclaration {
        given = List.copyOf(given);
        quarantined = List.copyOf(quarantined);
        ignored = List.copyOf(ignored);
    }

    /// What a table is to show.
    ///
    /// @param rows its rows, unless histories are expected of it
    /// @param others whether there may be further rows
    /// @param histories versions of members
    public record ExpectedTable(Written name, List<Node> rows, Written others, List<History> histories) {
        public ExpectedTable {
            rows = List.copyOf(rows);
            histories = List.copyOf(histories);
        }
    }

    /// The versions of a member.
    public record History(Written member, List<Node> versions) {
        public History {
            versions = List.copyOf(versions);
        }
    }

    /// What is to become of an event that is not loaded.
    ///
    /// @param why the reason, or the name of the rule
    public record Outcome(Written event, Written why) {}
}
