package dev.startide.domain.planted;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A mistake that somebody could have made, as a change of the source.
///
/// @param name what goes wrong, as a sentence
/// @param file below the domain's package, without `.java`
/// @param right what stands there; how it is broken into lines does not matter
/// @param wrong what stands there instead
record PlantedError(String name, String file, String right, String wrong) {

    /// The source with the mistake.
    ///
    /// @throws AssertionError if the right text does not stand there exactly once
    String plantedIn(String source) {
        Matcher found = pattern().matcher(source);
        if (!found.find()) {
            throw new AssertionError("%s: %s has changed; find the place for it anew".formatted(name, file));
        }
        String changed = source.substring(0, found.start()) + wrong + source.substring(found.end());
        if (found.find()) {
            throw new AssertionError("%s: it fits more than one place of %s".formatted(name, file));
        }
        return changed;
    }

    private Pattern pattern() {
        return Pattern.compile(
                Arrays.stream(right.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s*")));
    }

    @Override
    public String toString() {
        return name;
    }
}
