package dev.startide.warehouse.declaration;

import java.util.List;

/// A mart as it was written.
///
/// @param by what its rows are grouped by; empty where it shows the rows of its fact
public record MartDeclaration(
        Written name,
        Written description,
        Written fact,
        List<Written> by,
        Section<AggregateDeclaration> measures,
        Written history) {

    public MartDeclaration {
        by = List.copyOf(by);
    }

    /// A measure of a group.
    public record AggregateDeclaration(Written name, Written sql, Written description) {}
}
