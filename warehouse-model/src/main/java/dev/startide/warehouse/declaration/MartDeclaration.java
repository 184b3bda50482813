package dev.startide.warehouse.declaration;

import java.util.List;
import java.util.Optional;

/// A mart as it was written.
///
/// @param fact nothing where it shows several
/// @param combine the facts that it shows side by side; empty where it shows one
/// @param by what its rows are grouped by; empty where it shows the rows of its fact
public record MartDeclaration(
        Written name,
        Written description,
        Written fact,
        Section<SideDeclaration> combine,
        List<Written> by,
        Section<MeasureDeclaration> measures,
        Written history) {

    public MartDeclaration {
        by = List.copyOf(by);
    }

    /// One of several facts.
    ///
    /// @param names what is called otherwise in this fact than in `by`
    public record SideDeclaration(Written fact, Section<Renaming> names) {}

    /// A role or a column of a fact that goes by another name.
    public record Renaming(Written name, Written inFact) {}

    /// A measure of a group, or beside a row.
    ///
    /// @param window what looks back over other rows; the SQL is nothing then
    public record MeasureDeclaration(
            Written name, Written sql, Written description, Optional<WindowDeclaration> window) {}

    /// What is made of a column over the rows of a span of time.
    ///
    /// @param functions what is made of which column: the names of functions as written, with
    ///     columns; one if nothing is wrong
    public record WindowDeclaration(List<Renaming> functions, Written over, List<Written> per) {
        public WindowDeclaration {
            functions = List.copyOf(functions);
            per = List.copyOf(per);
        }
    }
}
