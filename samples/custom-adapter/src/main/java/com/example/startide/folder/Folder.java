package com.example.startide.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder that files are moved into. Used by one thread.
sealed interface Folder permits KeptFolder, EmptiedFolder {

    /// The first file that has something left to read.
    ///
    /// @param position how far the folder has been read, durably
    /// @throws IOException if the folder cannot be looked into, or cannot be tidied
    Optional<Path> next(FilePosition position) throws IOException;

    /// The files with events, in the order of their names, which is the same on every machine.
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> nameOf(file).endsWith(".ndjson") && Files.isRegularFile(file))
                    .sorted(Comparator.comparing(Folder::nameOf))
                    .toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    static String nameOf(Path file) {
        return file.getFileName().toString();
    }
}
