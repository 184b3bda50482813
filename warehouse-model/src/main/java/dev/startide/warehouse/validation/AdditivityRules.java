package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FactDeclaration;
import dev.startide.warehouse.declaration.FactDeclaration.MeasureDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Additivity;
import dev.startide.warehouse.star.Measure.Aggregation;
import java.util.ArrayList;
import java.util.List;

/// How a measure says over what it may be summed up.
final class AdditivityRules {

    private AdditivityRules() {}

    /// What is declared, or what the aggregation suggests.
    static Additivity resolve(MeasureDeclaration measure, Aggregation aggregation, Issues issues) {
        List<ColumnName> notOver = measure.notOver().stream()
                .map(Written::text)
                .filter(Names::isColumn)
                .map(ColumnName::new)
                .toList();
        if (!notOver.isEmpty()) {
            return new Additivity.SemiAdditive(notOver);
        }
        return switch (measure.additive().text()) {
            case "" -> aggregation.additivity();
            case "true" -> new Additivity.Additive();
            case "false" -> new Additivity.NotAdditive();
            default -> {
                issues.error(
                        measure.additive(),
                        "'%s' does not say whether it may be summed up"
                                .formatted(measure.additive().text()),
                        "Write true, false, or '{ not_over: [role] }' for a measure that may be summed over"
                                + " everything but that.");
                yield aggregation.additivity();
            }
        };
    }

    /// The roles not to sum over must be roles of the fact.
    static void check(FactDeclaration fact, Issues issues) {
        List<String> roles = new ArrayList<>();
        fact.roles().parts().forEach(role -> roles.add(role.name().text()));
        if (FactKindRules.isPeriodic(fact)) {
            roles.add(FactLayout.PERIOD.value());
        }
        for (MeasureDeclaration measure : fact.measures().parts()) {
            Names.checkDistinct(measure.notOver(), issues);
            for (Written role : measure.notOver()) {
                if (fact.roles().isWhole() && !roles.contains(role.text())) {
                    issues.error(
                            role,
                            "fact %s has no role '%s'".formatted(fact.name().text(), role.text()),
                            Suggestion.sentence(role.text(), roles, "Give it one under 'dimensions'."));
                }
            }
        }
    }
}
