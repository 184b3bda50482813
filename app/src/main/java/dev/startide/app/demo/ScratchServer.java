package dev.startide.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A PostgreSQL whose data are gone when it is closed.
public final class ScratchServer implements AutoCloseable {

    private final Path folder;
    private final DevServers server;

    private ScratchServer(Path folder, DevServers server) {
        this.folder = folder;
        this.server = server;
    }

    /// Starts it in a folder for temporary files, and waits until it answers.
    public static ScratchServer start() throws IOException {
        Path folder = Files.createTempDirectory("startide-test-");
        return new ScratchServer(folder, DevServers.startDatabase(folder));
    }

    /// How the product reaches it.
    public Map<String, Object> settings() {
        return server.settings();
    }

    /// Stops it and deletes its data.
    @Override
    public void close() throws IOException {
        server.close();
        List<Path> files;
        try (var found = Files.walk(folder)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
