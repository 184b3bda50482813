package com.example.startide.folder;

import dev.startide.domain.event.IncomingEvent;
import dev.startide.domain.event.IncomingEvent.Identity;
import dev.startide.domain.event.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the events of a folder in bounded batches, each from one file. Keeps nothing between them:
/// what comes next depends on the position alone. Used by one thread.
final class BatchReader {

    /// Bounds a transaction.
    static final int MAX_EVENTS = 2_000;

    /// Closes a batch, so that memory holds little more than this and one line.
    private static final long MAX_BYTES = 4L * 1024 * 1024;

    private final Folder folder;
    private final InstantSource clock;

    BatchReader(Folder folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// Events, and how far the folder has been read with them.
    ///
    /// @param events empty if nothing but blank lines was left
    record Batch(List<IncomingEvent> events, FilePosition reaches) {}

    /// The batch after a position; empty if there is nothing to read.
    Optional<Batch> next(FilePosition position) throws IOException {
        Optional<Path> file = folder.next(position);
        return file.isEmpty() ? Optional.empty() : Optional.of(read(file.get(), position));
    }

    private Batch read(Path file, FilePosition position) throws IOException {
        String name = Folder.nameOf(file);
        long offset = position.offsetIn(name);
        try (FileChannel channel = FileChannel.open(file);
                InputStream stream = Channels.newInputStream(channel.position(offset))) {
            Lines lines = new Lines(stream);
            List<IncomingEvent> events = new ArrayList<>();
            long bytes = 0;
            while (events.size() < MAX_EVENTS && bytes < MAX_BYTES) {
                Optional<byte[]> line = lines.next();
                if (line.isEmpty()) {
                    break;
                }
                events.add(event(line.get(), name));
                bytes += line.get().length;
            }
            return new Batch(events, new FilePosition(name, offset + lines.consumed()));
        }
    }

    /// A line is logged as it is, even if it is no JSON: the load sets it aside with its reason.
    private IncomingEvent event(byte[] line, String file) {
        return new IncomingEvent(
                new Identity.InContent(),
                Map.of("file", file),
                clock.instant(),
                new Payload.SelfDescribing("application/json", line));
    }
}
