package dev.startide.warehouse.validation;

/// An issue and where in a file it is.
///
/// @param file the file as its reader named it
/// @param line from 1
/// @param column from 1
public record PlacedIssue(String file, int line, int column, ModelIssue issue) {

    /// As compilers say it: `warehouse.yaml:12:7: ERROR facts.x.grain: problem. Remedy.`
    @Override
    public String toString() {
        return "%s:%d:%d: %s".formatted(file, line, column, issue);
    }
}
