package dev.startide.warehouse.exchange;

import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.star.Additivity;
import dev.startide.warehouse.star.Measure;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What others are told in words.
final class Described {

    private Described() {}

    /// The description of a measure, its unit, and over what it must not be summed up.
    static String of(Measure measure) {
        String unit = measure.unit().isEmpty() ? "" : " [%s]".formatted(measure.unit());
        String limit = measure.additivity() instanceof Additivity.SemiAdditive(var notOver)
                ? " (not to be summed up over %s)"
                        .formatted(notOver.stream().map(Object::toString).collect(Collectors.joining(", ")))
                : "";
        return (measure.description() + unit + limit).strip();
    }

    /// The columns of a mart, whose types only the database knows.
    static List<Map<String, Object>> columns(View mart) {
        return mart.outputs().stream()
                .map(output -> Entry.named(output.name().value())
                        .withAny("description", output.comment())
                        .map())
                .toList();
    }
}
