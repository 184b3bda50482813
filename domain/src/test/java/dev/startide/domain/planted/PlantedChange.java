package dev.startide.domain.planted;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A change of one source.
///
/// @param file below the domain's package, without `.java`
/// @param right what stands there; how it is broken into lines does not matter
/// @param wrong what stands there instead
record PlantedChange(String file, String right, String wrong) {

    /// The source with the change.
    ///
    /// @throws AssertionError if the right text does not stand there exactly once
    String plantedIn(String source) {
        Matcher found = pattern().matcher(source);
        if (!found.find()) {
            throw new AssertionError("%s has changed; find the place anew for: %s".formatted(file, right));
        }
        String changed = source.substring(0, found.start()) + wrong + source.substring(found.end());
        if (found.find()) {
            throw new AssertionError("More than one place of %s fits: %s".formatted(file, right));
        }
        return changed;
    }

    private Pattern pattern() {
        return Pattern.compile(
                Arrays.stream(right.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s*")));
    }
}
