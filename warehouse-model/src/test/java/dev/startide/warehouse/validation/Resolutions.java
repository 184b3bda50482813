package dev.startide.warehouse.validation;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.mapping.SourceKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Resolves models for tests. Of CEL it knows only that `broken` is wrong.
public final class Resolutions {

    private static final ModelResolver RESOLVER = new ModelResolver(
            Set.of(
                    new SourceKind("pulsar", Set.of("topic", "topics", "subscription")),
                    new SourceKind("http", Set.of("path")),
                    new SourceKind("file", Set.of()),
                    new SourceKind("carrier_pigeon", Set.of("wings"))),
            new WordsSqlCheck(),
            (expression, expected) -> expression.contains("broken")
                    ? Optional.of(new ExpressionProblem(expression.indexOf("broken"), "is broken", "Mend it."))
                    : Optional.empty());

    private static final Variables VARIABLES = name -> Optional.ofNullable(Map.of(
                    "ENVIRONMENT", "secret-staging",
                    "PATTERN", "secret-(",
                    "NOTHING", " ")
            .get(name));

    private Resolutions() {}

    public static ModelResolution of(String yaml) {
        return RESOLVER.resolve(Documents.of(yaml), HolidayTexts::text, VARIABLES);
    }

    public static List<String> issues(String yaml) {
        return of(yaml).issues().stream().map(ModelIssue::toString).toList();
    }

    public static WarehouseModel valid(String yaml) {
        return switch (of(yaml)) {
            case ModelResolution.Resolved(var model, var _, var _) -> model;
            case ModelResolution.Invalid(var issues) -> throw new AssertionError("Unexpected issues: " + issues);
        };
    }
}
