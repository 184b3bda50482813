package dev.startide.adapter.inbound.file;

import dev.startide.domain.event.LaneName;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.FiniteSource;
import dev.startide.domain.port.inbound.IngestEvents;
import dev.startide.warehouse.mapping.SourceName;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// Reads files with one JSON document per line: sources of kind `file`.
@Singleton
final class FileSource implements FiniteSource {

    private static final String STANDARD_INPUT = "-";

    private final Clock clock;

    /// A stream has no position to go on from, so nobody shares its lane: two processes that read
    /// their standard input at once must not fence each other.
    private final LaneName standardInput = new LaneName("stdin-" + UUID.randomUUID());

    FileSource(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "file";
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Progress readAll(
            SourceName source, String location, Form form, IngestEvents ingest, Consumer<Progress> watcher) {
        LineIngest lines = new LineIngest(ingest, new LineEvents(form, clock), watcher);
        try {
            return location.equals(STANDARD_INPUT)
                    ? lines.stream(source, standardInput, System.in)
                    : lines.file(source, laneOf(location), new FileLines(Path.of(location)));
        } catch (IOException brokenOff) {
            throw StartideException.because(
                    FailureCode.SOURCE_UNAVAILABLE,
                    "Reading %s broke off. Run the command again: it goes on after the last logged line"
                            .formatted(location),
                    brokenOff);
        }
    }

    /// A file is called by its real path, so that it is the same file whichever way it is named.
    private static LaneName laneOf(String location) {
        try {
            Path file = Path.of(location).toRealPath();
            if (Files.isRegularFile(file) && Files.isReadable(file)) {
                return new LaneName(file.toString());
            }
        } catch (IOException | IllegalArgumentException missing) {
            throw unreadable(location, missing);
        }
        throw unreadable(location, new IOException("It is no file that may be read"));
    }

    private static StartideException unreadable(String location, Exception cause) {
        return StartideException.because(
                FailureCode.SETTING_INVALID,
                "The file %s cannot be read. Check its name and rights".formatted(location),
                cause);
    }

    private record FileLines(Path file) implements LineIngest.Lines {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public long size() throws IOException {
            return Files.size(file);
        }
    }
}
