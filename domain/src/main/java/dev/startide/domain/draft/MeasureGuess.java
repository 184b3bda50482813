package dev.startide.domain.draft;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which numbers measure something, and how they may be summed up.
final class MeasureGuess {

    private static final Pattern NUMBERS_OF_SOMETHING =
            Pattern.compile("(.*_)?(id|no|nr|number|code|version|sequence|seq|position|index|rank|offset|partition|"
                    + "year|month|day|zip|ts|timestamp|time|lat|lon|latitude|longitude)");
    private static final Pattern NOT_FOR_SUMS =
            Pattern.compile("(.*_)?(price|rate|percent|percentage|ratio|score|temperature|age|level|balance|limit)");

    private MeasureGuess() {}

    /// How a field is summed up, as a model says it; empty if it measures nothing.
    static Optional<String> of(DraftedField field) {
        if (!field.type().isNumeric()
                || NUMBERS_OF_SOMETHING.matcher(field.name()).matches()) {
            return Optional.empty();
        }
        return Optional.of(NOT_FOR_SUMS.matcher(field.name()).matches() ? "avg" : "sum");
    }
}
