package dev.startide.dev;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The form in which PostgreSQL's programs are delivered: tar, compressed with xz.
final class TarArchive {

    private static final int EXECUTABLE = 0b001_001_001;

    private TarArchive() {}

    /// Unpacks everything below the target.
    ///
    /// @throws IOException when an entry would leave the target, or on any failure to read or write
    static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path place = target.resolve(entry.getName()).normalize();
                if (!place.startsWith(target)) {
                    throw new IOException("Entry " + entry.getName() + " lies outside of the archive");
                }
                write(tar, entry, place);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path place) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(place);
            return;
        }
        Files.createDirectories(place.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, place);
        boolean executable =
                (entry.getMode() & EXECUTABLE) != 0 || entry.getName().contains("bin/");
        if (executable && !place.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot make " + place + " executable");
        }
    }
}
