package dev.startide.sample.brokerage.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.startide.sample.brokerage.BrokerageEvent;
import dev.startide.sample.brokerage.Kind.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Files with one event per line, for each part of a delivery one per source.
///
/// @param folder where the files are written; it is created if need be
public record EventFiles(Path folder) {

    /// Events of one source.
    public record EventFile(Feed feed, Path path) {}

    /// Writes the events in so many parts, as if they came day after day. Files that were there
    /// are replaced.
    ///
    /// @return the files in the order in which they are to be read
    public List<EventFile> write(List<BrokerageEvent> delivered, int parts) throws IOException {
        Files.createDirectories(folder);
        List<EventFile> files = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = Math.toIntExact((long) delivered.size() * part / parts);
            int to = Math.toIntExact((long) delivered.size() * (part + 1) / parts);
            files.addAll(writePart(part + 1, delivered.subList(from, to)));
        }
        return files;
    }

    private List<EventFile> writePart(int part, List<BrokerageEvent> events) throws IOException {
        List<EventFile> files = new ArrayList<>();
        for (Feed feed : Feed.values()) {
            List<String> lines = linesOf(feed, events);
            if (!lines.isEmpty()) {
                Path path = folder.resolve("%03d-%s.ndjson".formatted(part, feed.source()));
                Files.write(path, lines, UTF_8);
                files.add(new EventFile(feed, path));
            }
        }
        return files;
    }

    private static List<String> linesOf(Feed feed, List<BrokerageEvent> events) {
        return events.stream()
                .filter(event -> event.kind().feed() == feed)
                .map(EventJson::line)
                .toList();
    }
}
