package dev.startide.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The folder that keeps what the demo needs from one run to the next.
record DemoDirectory(Path folder) {

    /// Tells a folder of the demo from any other, so that starting over deletes nothing else.
    private static final String MARK = "startide-demo";

    private static final String PASSWORD = "analyst.password";

    private static final int PASSWORD_LENGTH = 16;

    /// Creates the folder if there is none.
    static DemoDirectory open(Path folder) throws IOException {
        return marked(Files.createDirectories(folder));
    }

    private static DemoDirectory marked(Path folder) throws IOException {
        Path mark = folder.resolve(MARK);
        if (Files.notExists(mark)) {
            Files.writeString(mark, "Made by startide demo; --fresh deletes this folder.\n", UTF_8);
        }
        return new DemoDirectory(folder);
    }

    /// Opens a folder whose content may be deleted.
    ///
    /// @throws DirectoryNotEmptyException if the folder was not made by the demo
    static DemoDirectory openOwn(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.notExists(folder.resolve(MARK)) && !isEmpty(folder)) {
            throw new DirectoryNotEmptyException(folder.toString());
        }
        return marked(folder);
    }

    /// Deletes what an earlier demo has left, if there is anything. For the holder of the folder's
    /// [DemoLock].
    void discard() throws IOException {
        Set<Path> kept = Set.of(folder, folder.resolve(MARK), folder.resolve(DemoLock.FILE));
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder())
                    .filter(file -> !kept.contains(file))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /// Whether an earlier run has published everything of that scale.
    boolean hasPublished(double scale) {
        return Files.exists(published(scale));
    }

    void notePublished(double scale) throws IOException {
        Files.writeString(published(scale), "", UTF_8);
    }

    /// The password of the role for reading, made at the first run.
    String password() throws IOException {
        Path file = folder.resolve(PASSWORD);
        if (Files.notExists(file)) {
            Files.writeString(
                    file, UUID.randomUUID().toString().replace("-", "").substring(0, PASSWORD_LENGTH), UTF_8);
        }
        List<String> lines = Files.readAllLines(file, UTF_8);
        return lines.getFirst();
    }

    private Path published(double scale) {
        return folder.resolve("published-" + scale);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
