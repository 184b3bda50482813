package dev.startide.warehouse.mapping;

import java.util.Set;

/// A kind of source that there is an adapter for.
///
/// @param name as a model file writes it, such as `pulsar`
/// @param options the names of the options that its adapter knows
public record SourceKind(String name, Set<String> options) {

    public SourceKind {
        options = Set.copyOf(options);
    }
}
