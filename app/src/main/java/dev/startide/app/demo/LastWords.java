package dev.startide.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a program said last, to tell why it ended.
final class LastWords {

    private LastWords() {}

    /// The last line of its log, and where the others are.
    static String of(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, UTF_8).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            String last = lines.isEmpty() ? "It ended without a word" : lines.getLast();
            return "%s (all that it said is in %s)".formatted(last, log);
        } catch (IOException unreadable) {
            return "What it said cannot be read from " + log;
        }
    }
}
