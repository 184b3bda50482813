package dev.startide.warehouse.declaration;

import java.util.Map;

/// A source as it was written.
///
/// @param options what its kind is told, by name, without the format
public record SourceDeclaration(
        Written name, Written kind, Written format, DedupeDeclaration dedupe, Map<String, Written> options) {

    public SourceDeclaration {
        options = Map.copyOf(options);
    }

    /// How doubled events are recognised.
    ///
    /// @param policy `position`, `id` or `none`
    /// @param window how long ids are remembered, such as `7d`
    public record DedupeDeclaration(Written policy, Written window) {}
}
