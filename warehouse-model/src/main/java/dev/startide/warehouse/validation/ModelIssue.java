package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Written.Spot;

/// Something about a model that its writer should know.
///
/// @param path the part that it is about, such as `facts.order_line.grain`
/// @param spot whether it is about the part's name or about what it says
/// @param problem what is wrong, without a full stop: `has no key`
/// @param remedy what to do about it, as a sentence
public record ModelIssue(Severity severity, String path, Spot spot, String problem, String remedy) {

    /// Whether the model can be used all the same.
    public enum Severity {
        ERROR,
        WARNING
    }

    @Override
    public String toString() {
        String where = path.isEmpty() ? "" : " " + path;
        return "%s%s: %s. %s".formatted(severity, where, problem, remedy).strip();
    }
}
