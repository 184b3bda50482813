package dev.startide.dev;

import dev.startide.dev.broker.Directories;
import dev.startide.dev.broker.DirectoryLock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What all servers ask of the directory that holds their data.
final class DataDirectory {

    /// Below this a server may start, and then stop in the middle of the work.
    private static final long LEAST_SPACE_BYTES = 512L * 1024 * 1024;

    /// A log that has grown past this is put aside at the next start.
    private static final long LOG_LIMIT_BYTES = 10L * 1024 * 1024;

    private static final int TAIL_BYTES = 4_000;

    private DataDirectory() {}

    /// Creates the directory where it is missing and makes sure that a server can be started on it.
    ///
    /// @throws DevServerException when it cannot be created or its disk is nearly full
    static Path prepare(Path directory) {
        try {
            Path prepared = Files.createDirectories(directory).toRealPath();
            long space = Files.getFileStore(prepared).getUsableSpace();
            if (space < LEAST_SPACE_BYTES) {
                throw new DevServerException(
                        "The disk of %s has only %d MB left".formatted(prepared, space / 1024 / 1024),
                        "Free at least %d MB or choose another data directory"
                                .formatted(LEAST_SPACE_BYTES / 1024 / 1024));
            }
            return prepared;
        } catch (IOException failure) {
            throw new DevServerException(
                    "The data directory %s cannot be used: %s".formatted(directory, failure.getMessage()),
                    "Choose a directory that you may write to",
                    failure);
        }
    }

    /// Takes the directory for this process.
    ///
    /// @throws DevServerException when another process keeps it
    static DirectoryLock lock(Path directory, Duration patience) {
        return DirectoryLock.acquire(directory, patience).orElseThrow(() -> inUse(directory));
    }

    static DevServerException inUse(Path directory) {
        return new DevServerException(
                "The data directory " + directory + " is in use by another process",
                "Stop that process or choose another data directory");
    }

    /// The last part of a log, to be shown beside a failure; empty when there is none.
    static String tail(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - TAIL_BYTES);
            byte[] tail = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(tail);
            return new String(tail, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /// Starts a new log where the present one has grown long; one older log is kept.
    static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Path older = log.resolveSibling(log.getFileName() + ".1");
            Files.deleteIfExists(older);
            Files.move(log, older);
        }
    }

    /// A directory for one test JVM, below the system's directory for temporary files.
    static Path temporary(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Deletes a temporary directory. What cannot be deleted is left to the operating system.
    static void discard(Path directory) {
        try {
            Directories.delete(directory);
        } catch (IOException left) {
            System.err.println("Could not delete " + directory + ": " + left.getMessage());
        }
    }
}
