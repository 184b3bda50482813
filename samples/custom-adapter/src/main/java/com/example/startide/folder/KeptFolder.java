package com.example.startide.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder in which files stay. Only their names tell which have been read, so the name of a new
/// file has to come after those of all others; one that does not is complained of.
final class KeptFolder implements Folder {

    private static final Logger LOGGER = LoggerFactory.getLogger(KeptFolder.class);

    private final Path path;
    private Set<String> before = Set.of();
    private boolean isFirstLook = true;

    KeptFolder(Path path) {
        this.path = path;
    }

    @Override
    public Optional<Path> next(FilePosition position) throws IOException {
        List<Path> files = Folder.files(path);
        complainOfLateFiles(files, position);
        for (Path file : files) {
            if (isUnread(file, position)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static boolean isUnread(Path file, FilePosition position) throws IOException {
        int order = Folder.nameOf(file).compareTo(position.file());
        return order > 0 ? Files.size(file) > 0 : order == 0 && Files.size(file) > position.offset();
    }

    /// A file that was not here when its turn was will never be read.
    private void complainOfLateFiles(List<Path> files, FilePosition position) {
        Set<String> names = new HashSet<>();
        for (Path file : files) {
            String name = Folder.nameOf(file);
            names.add(name);
            if (!isFirstLook && !before.contains(name) && name.compareTo(position.file()) < 0) {
                LOGGER.atWarn()
                        .addKeyValue("file", name)
                        .addKeyValue("after", position.file())
                        .log("A file came too late to be read; rename it so that it comes after the others");
            }
        }
        before = names;
        isFirstLook = false;
    }
}
