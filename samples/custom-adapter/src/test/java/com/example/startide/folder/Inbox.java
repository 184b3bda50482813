package com.example.startide.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// A folder that tests move files into, as programs do: written elsewhere, then moved in whole.
record Inbox(Path path) {

    /// Creates it within a directory.
    static Inbox in(Path directory) {
        return new Inbox(quietly(() -> Files.createDirectory(directory.resolve("inbox"))));
    }

    void moveIn(String name, String content) {
        quietly(() -> Files.move(
                Files.writeString(path.resolveSibling(name), content),
                path.resolve(name),
                StandardCopyOption.ATOMIC_MOVE));
    }

    /// The names of what is in a folder of it.
    List<String> names(String folder) {
        try (Stream<Path> entries = quietly(() -> Files.list(path.resolve(folder)))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    /// Takes it away with all that is in it.
    void hide() {
        quietly(() -> Files.move(path, hidden()));
    }

    /// Brings it back.
    void show() {
        quietly(() -> Files.move(hidden(), path));
    }

    private Path hidden() {
        return path.resolveSibling("hidden");
    }

    private static <T> T quietly(Action<T> action) {
        try {
            return action.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private interface Action<T> {
        T run() throws IOException;
    }
}
