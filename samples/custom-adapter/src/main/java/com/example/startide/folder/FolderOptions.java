package com.example.startide.folder;

import dev.startide.domain.event.LaneName;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.mapping.Source;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a model says about a folder.
///
/// @param path the folder, absolute
/// @param poll how long to wait before looking again, after nothing was found or something failed
/// @param keep whether files that have been read stay where they are, or are moved into `done`
record FolderOptions(Path path, Duration poll, boolean keep) {

    static final Set<String> KNOWN = new TreeSet<>(Set.of("path", "poll", "keep"));
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})(ms|s|m)");

    /// Reads the options of a source.
    ///
    /// @throws StartideException `SETTING_INVALID` if they cannot be used
    static FolderOptions of(Source source) {
        Map<String, String> options = source.options();
        Set<String> unknown = new TreeSet<>(options.keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw invalid(source, "has unknown options %s; a folder has %s".formatted(unknown, KNOWN));
        }
        if (source.format() != Source.PayloadFormat.JSON) {
            throw invalid(source, "has the format %s; lines are JSON".formatted(source.format()));
        }
        return new FolderOptions(
                path(source, options.getOrDefault("path", "")),
                poll(source, options.getOrDefault("poll", "1s")),
                keep(source, options.getOrDefault("keep", "true")));
    }

    /// The lane is called after it, so that another folder is read from its beginning.
    LaneName lane() {
        return new LaneName(path.toString());
    }

    private static Path path(Source source, String written) {
        if (written.isBlank()) {
            throw invalid(source, "names no folder; write 'path: /var/spool/orders'");
        }
        try {
            Path path = Path.of(written.strip()).toAbsolutePath().normalize();
            if (path.toString().length() > LaneName.MAX_LENGTH) {
                throw invalid(source, "names a folder by more than %d characters".formatted(LaneName.MAX_LENGTH));
            }
            return path;
        } catch (InvalidPathException notAPath) {
            throw invalid(source, "names '%s', which is no path".formatted(written));
        }
    }

    private static Duration poll(Source source, String written) {
        Matcher matcher = DURATION.matcher(written);
        if (!matcher.matches()) {
            throw invalid(source, "looks every '%s'; write a number and ms, s or m, such as '1s'".formatted(written));
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            default -> Duration.ofMinutes(count);
        };
    }

    private static boolean keep(Source source, String written) {
        return switch (written) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(source, "says 'keep: %s'; write true or false".formatted(written));
        };
    }

    private static StartideException invalid(Source source, String complaint) {
        return StartideException.because(
                FailureCode.SETTING_INVALID, "Source %s %s".formatted(source.name(), complaint));
    }
}
