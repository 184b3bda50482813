package com.example.startide.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A folder whose files are moved into its folder `done` once all of their lines are logged. What
/// is still there has not been read, except for the file of the position, up to its offset. Nothing
/// in `done` is ever replaced.
final class EmptiedFolder implements Folder {

    private final Path path;
    private final Path done;

    EmptiedFolder(Path path) {
        this.path = path;
        this.done = path.resolve("done");
    }

    @Override
    public Optional<Path> next(FilePosition position) throws IOException {
        for (Path file : Folder.files(path)) {
            if (Files.size(file) > position.offsetIn(Folder.nameOf(file))) {
                return Optional.of(file);
            }
            Files.createDirectories(done);
            Files.move(file, done.resolve(file.getFileName()));
        }
        return Optional.empty();
    }
}
