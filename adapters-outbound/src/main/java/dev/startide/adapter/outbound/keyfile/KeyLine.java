package dev.startide.adapter.outbound.keyfile;

import dev.startide.domain.access.ApiKey;
import dev.startide.domain.access.KeyHash;
import dev.startide.domain.access.Sender;
import dev.startide.domain.access.SenderName;
import dev.startide.domain.access.SenderRate;
import dev.startide.domain.access.SenderScope;
import dev.startide.warehouse.mapping.SourceName;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// One line of the file: `name sha256:hash sources rate issued`, with `*` for all sources, commas
/// between several, and `-` for the usual rate. Blank lines, and those that begin with `#`, say
/// nothing.
final class KeyLine {

    private static final String HASH_PREFIX = "sha256:";
    private static final String ALL = "*";
    private static final String USUAL = "-";
    private static final int PARTS = 5;

    private KeyLine() {}

    /// The key of a line; empty if it says nothing.
    ///
    /// @throws IllegalArgumentException with half a sentence if it cannot be read; without its
    ///     content
    static Optional<ApiKey> parse(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        String[] parts = text.split("\\s+", -1);
        if (parts.length != PARTS || !parts[1].startsWith(HASH_PREFIX)) {
            throw new IllegalArgumentException("is not like: name sha256:hash sources rate issued");
        }
        Sender sender = new Sender(new SenderName(parts[0]), scope(parts[2]), rate(parts[3]));
        return Optional.of(
                new ApiKey(sender, new KeyHash(parts[1].substring(HASH_PREFIX.length())), instant(parts[4])));
    }

    private static SenderScope scope(String text) {
        return text.equals(ALL)
                ? new SenderScope.AllSources()
                : new SenderScope.Only(
                        Arrays.stream(text.split(",", -1)).map(SourceName::new).collect(Collectors.toSet()));
    }

    private static SenderRate rate(String text) {
        try {
            return text.equals(USUAL) ? new SenderRate.Usual() : new SenderRate.Most(Integer.parseInt(text));
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("has a rate that is no number of events per second", wrong);
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("does not end with a time like 2026-01-31T12:00:00Z", wrong);
        }
    }

    static String of(ApiKey key) {
        String sources = switch (key.sender().scope()) {
            case SenderScope.AllSources _ -> ALL;
            case SenderScope.Only(var names) ->
                names.stream().map(SourceName::value).sorted().collect(Collectors.joining(","));
        };
        String rate = switch (key.sender().rate()) {
            case SenderRate.Usual _ -> USUAL;
            case SenderRate.Most(int eventsPerSecond) -> Integer.toString(eventsPerSecond);
        };
        return "%s %s%s %s %s %s"
                .formatted(key.sender().name(), HASH_PREFIX, key.hash().hex(), sources, rate, key.issuedAt());
    }
}
