package dev.startide.warehouse.exchange;

import dev.startide.warehouse.star.Additivity;
import dev.startide.warehouse.star.Measure;
import java.util.stream.Collectors;

/// What others are told of a measure, in words.
final class Described {

    private Described() {}

    /// Its description, its unit, and over what it must not be summed up.
    static String of(Measure measure) {
        String unit = measure.unit().isEmpty() ? "" : " [%s]".formatted(measure.unit());
        String limit = measure.additivity() instanceof Additivity.SemiAdditive(var notOver)
                ? " (not to be summed up over %s)"
                        .formatted(notOver.stream().map(Object::toString).collect(Collectors.joining(", ")))
                : "";
        return (measure.description() + unit + limit).strip();
    }
}
