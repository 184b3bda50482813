package dev.startide.warehouse.validation;

import java.util.Optional;

/// The files that stand beside the files of a model, and that these may name.
@FunctionalInterface
public interface FilesBeside {

    /// The text of a file.
    ///
    /// @param path the part of the model that names it
    /// @param name relative to the folder of the file that holds this part, without `..`
    /// @return empty if there is no such file, or if it is no text that can be read
    Optional<String> text(String path, String name);
}
