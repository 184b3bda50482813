package dev.startide.dev.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The right of one process to use a data directory.
///
/// The operating system gives the lock back when the process ends, however it ends, so whoever holds it may treat every
/// other trace of a server in the directory as left behind. Safe for use by many threads.
public final class DirectoryLock implements AutoCloseable {

    private static final String FILE = ".lock";
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /// Directories locked by this JVM. A second channel on a lock file must never be opened here: closing it would
    /// release the first one's lock as well.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /// Takes the lock, waiting for a holder that is about to end.
    ///
    /// @param directory created when it does not exist
    /// @param patience how long to wait for another holder; zero tries once
    /// @return the lock, or empty when another holder kept it
    /// @throws UncheckedIOException when the directory cannot be created or written
    public static Optional<DirectoryLock> acquire(Path directory, Duration patience) {
        try {
            Path canonical = Files.createDirectories(directory).toRealPath();
            long deadline = System.nanoTime() + patience.toNanos();
            Optional<DirectoryLock> lock = attempt(canonical);
            while (lock.isEmpty() && System.nanoTime() < deadline) {
                LockSupport.parkNanos(POLL_NANOS);
                lock = attempt(canonical);
            }
            return lock;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot use " + directory, failure);
        }
    }

    private static Optional<DirectoryLock> attempt(Path directory) throws IOException {
        if (!HELD_HERE.add(directory)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            return lock == null ? Optional.empty() : Optional.of(new DirectoryLock(directory, channel));
        } finally {
            if (lock == null) {
                HELD_HERE.remove(directory);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    /// Gives the directory back. Closing twice is the same as closing once.
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot release " + directory, failure);
        } finally {
            HELD_HERE.remove(directory);
        }
    }
}
