package dev.startide.app.demo;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The right of one demo to a folder. The operating system gives it back when the process ends,
/// however it ends.
final class DemoLock implements AutoCloseable {

    /// Stays when everything else in the folder is deleted.
    static final String FILE = "demo.lock";

    private final FileChannel channel;

    private DemoLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the right to a folder that exists.
    ///
    /// @throws StartideException `FENCED` if another demo has it
    static DemoLock take(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(FILE), CREATE, WRITE);
        if (attempt(channel) == null) {
            channel.close();
            throw StartideException.because(
                    FailureCode.FENCED,
                    "Another demo is running on %s. Stop it first, or name another folder with --data"
                            .formatted(folder));
        }
        return new DemoLock(channel);
    }

    private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ownProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
