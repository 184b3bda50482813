package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.DimensionDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.language.DimensionParts;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import java.util.List;
import java.util.Optional;

/// What is asked of a dimension of times of day: how far they are apart.
final class TimeOfDayRules {

    private static final List<String> STEPS = DimensionParts.STEPS.words();

    private TimeOfDayRules() {}

    static Optional<Dimension> resolve(DimensionDeclaration.TimeOfDay times, boolean named, Issues issues) {
        Written every = times.every();
        if (every.isPresent() && !STEPS.contains(every.text())) {
            issues.error(
                    every, "'%s' is no step".formatted(every.text()), Suggestion.sentence(every.text(), STEPS, ""));
        }
        if (!named || !STEPS.contains(every.text())) {
            return Optional.empty();
        }
        return Optional.of(new Dimension.TimeOfDay(
                new DimensionName(times.name().text()),
                times.description().text(),
                every.text().equals("hour") ? Dimension.Step.HOUR : Dimension.Step.MINUTE));
    }
}
