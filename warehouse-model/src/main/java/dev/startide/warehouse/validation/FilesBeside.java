package dev.startide.warehouse.validation;

import java.util.Optional;

/// The files that stand beside a model file, and that it may name.
@FunctionalInterface
public interface FilesBeside {

    /// The text of a file.
    ///
    /// @param name relative to the folder of the model file, without `..`
    /// @return empty if there is no such file, or if it is no text that can be read
    Optional<String> text(String name);
}
