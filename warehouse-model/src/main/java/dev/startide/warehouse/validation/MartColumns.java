package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.MartDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.layout.MartLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Identifier;
import dev.startide.warehouse.star.Mart;
import dev.startide.warehouse.star.Mart.Grouping;
import java.util.HashMap;
import java.util.Map;

/// The columns that a mart shows: each has a name of its own that is not too long.
final class MartColumns {

    private final FactDraft fact;
    private final Issues issues;
    private final Map<String, String> origins = new HashMap<>();

    MartColumns(FactDraft fact, Issues issues) {
        this.fact = fact;
        this.issues = issues;
    }

    void check(MartDeclaration declared, Mart mart) {
        if (declared.by().isEmpty()) {
            checkRows(declared.name());
            return;
        }
        for (Written by : declared.by()) {
            mart.by().stream()
                    .filter(grouping -> by.text().equals(written(grouping)))
                    .findFirst()
                    .ifPresent(grouping -> checkGrouping(grouping, by));
        }
        declared.measures()
                .parts()
                .forEach(measure -> take(measure.name().text(), measure.name().text(), measure.name()));
    }

    /// A mart of single rows shows every attribute of every role.
    private void checkRows(Written mart) {
        for (String role : fact.dimensions().names()) {
            fact.dimensions()
                    .peek(role)
                    .ifPresent(dimension -> dimension.table().columns().forEach(column -> {
                        if (!column.name().value().endsWith("_key")) {
                            checkLength(role, column.name(), mart);
                        }
                    }));
        }
    }

    private void checkGrouping(Grouping grouping, Written by) {
        switch (grouping) {
            case Grouping.ByColumn(var column) -> take(column.value(), by.text(), by);
            case Grouping.ByAttribute(var role, var attribute) -> {
                if (checkLength(role.value(), attribute, by)) {
                    take(MartLayout.inRole(role, attribute).value(), by.text(), by);
                }
            }
        }
    }

    private boolean checkLength(String role, ColumnName attribute, Written at) {
        boolean fits = role.length() + 1 + attribute.value().length() <= Identifier.MAX_LENGTH;
        if (!fits) {
            issues.error(
                    at,
                    "the column '%s_%s' would have more than %d letters"
                            .formatted(role, attribute, Identifier.MAX_LENGTH),
                    "Shorten the name of the role or of the attribute.");
        }
        return fits;
    }

    private void take(String column, String origin, Written at) {
        String other = origins.putIfAbsent(column, origin);
        if (other != null && !other.equals(origin)) {
            issues.error(at, "'%s' would be column '%s' as well".formatted(other, column), "Rename one of them.");
        }
    }

    private static String written(Grouping grouping) {
        return switch (grouping) {
            case Grouping.ByColumn(var column) -> column.value();
            case Grouping.ByAttribute(var role, var attribute) -> role + "." + attribute;
        };
    }
}
