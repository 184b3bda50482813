package dev.startide.app.report;

import dev.startide.domain.review.ModelComparison;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// How a model differs from one that was applied.
public final class ComparisonReport {

    private ComparisonReport() {}

    /// Lines for people.
    public static List<String> lines(ModelComparison comparison) {
        return comparison.parts().stream()
                .flatMap(part -> switch (part.fate()) {
                    case ADDED -> Stream.of("+ " + part.name());
                    case REMOVED -> Stream.of("- " + part.name());
                    case CHANGED ->
                        Stream.of("~ " + part.name(), "    before: " + part.before(), "    now:    " + part.after());
                })
                .toList();
    }

    /// The same for machines.
    public static String asJson(ModelComparison comparison) {
        return Json.array(comparison.parts(), (json, part) -> {
            json.writeStringField("part", part.name());
            json.writeStringField("fate", part.fate().name().toLowerCase(Locale.ROOT));
            json.writeStringField("before", part.before());
            json.writeStringField("after", part.after());
        });
    }
}
