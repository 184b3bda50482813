package dev.startide.domain.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;

/// The seeds of cases that once failed, one in each line of a file; what follows a `#` says what
/// they found.
///
/// @param name of the file, empty if none are kept
/// @param text of the file
record KeptSeeds(String name, String text) {

    static final KeptSeeds NONE = new KeptSeeds("", "");

    /// @throws IllegalArgumentException if there is no such file
    static KeptSeeds named(String name) {
        String file = "/regressions/%s.seeds".formatted(name);
        try (InputStream stream = KeptSeeds.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no " + file + " on the class path");
            }
            return new KeptSeeds(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    LongStream seeds() {
        return text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .mapToLong(Long::parseLong);
    }

    /// Where to keep another seed.
    String advice() {
        return name.isEmpty() ? "" : ", keep it in regressions/%s.seeds".formatted(name);
    }
}
