package dev.startide.adapter.outbound.modelfile;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Which files are meant by a name behind `include`.
sealed interface Inclusion {

    /// More than any model needs, and few enough to read at every look at it.
    int MAX_FILES = 100;

    Pattern NAME = Pattern.compile("(?!.*[*]{2})(?:[\\w-][\\w.-]*/)*[\\w*-][\\w.*-]*");

    Pattern OUTSIDE = Pattern.compile("/.*|[A-Za-z]:.*|(?:.*[/\\\\])?\\.\\.(?:[/\\\\].*)?");

    /// The files that a name means.
    ///
    /// @param files at least one, in the order of their names
    record Found(List<Path> files) implements Inclusion {
        public Found {
            files = List.copyOf(files);
        }
    }

    record Refused(String problem, String remedy) implements Inclusion {}

    /// The files that are meant, as seen from the one that includes them, which is never meant
    /// itself by a name with `*`.
    static Inclusion of(String name, Path from) {
        if (OUTSIDE.matcher(name).matches()) {
            return outside(name);
        }
        if (!NAME.matcher(name).matches()) {
            return new Refused(
                    "'%s' is no name of a file to include".formatted(name),
                    "Write letters, digits, '_', '-' and '.', with '/' between folders; '*' may stand in the name of the file.");
        }
        return name.contains("*") ? fitting(name, from) : new Found(List.of(from.resolveSibling(name)));
    }

    static Refused outside(String name) {
        return new Refused(
                "'%s' leads out of the folder of the model".formatted(name),
                "Name a file beside this one, or in a folder beside it.");
    }

    private static Inclusion fitting(String pattern, Path from) {
        int slash = pattern.lastIndexOf('/');
        Path folder = from.resolveSibling(pattern.substring(0, slash + 1));
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern.substring(slash + 1))) {
            for (Path entry : entries) {
                Path file = folder.resolve(entry.getFileName());
                if (isMeant(file, from)) {
                    files.add(file);
                }
                if (files.size() > MAX_FILES) {
                    break;
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            files.clear();
        }
        files.sort(Comparator.comparing(Path::toString));
        return files.isEmpty()
                ? new Refused(
                        "no file fits '%s'".formatted(pattern),
                        "Check the name; it is looked for from the folder of this file on.")
                : new Found(files);
    }

    private static boolean isMeant(Path file, Path from) {
        return Files.isRegularFile(file)
                && !file.getFileName().toString().startsWith(".")
                && !file.toAbsolutePath()
                        .normalize()
                        .equals(from.toAbsolutePath().normalize());
    }
}
