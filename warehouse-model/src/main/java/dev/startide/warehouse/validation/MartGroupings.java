package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.Mart.Grouping;
import java.util.List;
import java.util.Optional;

/// What the rows of a fact may be grouped by.
record MartGroupings(FactDraft fact, Issues issues) {

    /// The grouping that is meant; whatever is wrong with it is told of.
    Optional<Grouping> find(Written by) {
        List<String> parts = List.of(by.text().split("\\.", -1));
        return parts.size() == 1 ? byColumn(by) : byAttribute(by, parts);
    }

    private Optional<Grouping> byColumn(Written by) {
        List<String> known = fact.columns().keySet().stream()
                .map(ColumnName::value)
                .filter(column -> !column.endsWith("_key"))
                .toList();
        if (known.contains(by.text())) {
            return Optional.of(new Grouping.ByColumn(new ColumnName(by.text())));
        }
        boolean isRole = fact.dimensions().names().contains(by.text());
        issues.error(
                by,
                isRole
                        ? "'%s' is a role".formatted(by.text())
                        : "fact %s has no column '%s'".formatted(fact.fact().name(), by.text()),
                isRole
                        ? "Name one of its attributes as well, such as '%s.%s'."
                                .formatted(by.text(), attributesOf(by.text()).getFirst())
                        : Suggestion.sentence(by.text(), known, "Keep it in the fact, under 'degenerate'."));
        return Optional.empty();
    }

    private Optional<Grouping> byAttribute(Written by, List<String> parts) {
        String role = parts.getFirst();
        if (!fact.dimensions().names().contains(role)) {
            issues.error(
                    by,
                    "fact %s has no role '%s'".formatted(fact.fact().name(), role),
                    Suggestion.sentence(role, fact.dimensions().names(), "Give it one under 'dimensions'."));
            return Optional.empty();
        }
        List<String> references = parts.subList(1, parts.size() - 1);
        return referred(by, fact.dimensions().peek(role).orElseThrow(), references)
                .filter(dimension -> hasAttribute(by, dimension, parts))
                .map(_ -> new ColumnName(parts.getLast()))
                .map(attribute -> references.isEmpty()
                        ? new Grouping.ByAttribute(new ColumnName(role), attribute)
                        : new Grouping.ByReferred(
                                new ColumnName(role),
                                references.stream().map(ColumnName::new).toList(),
                                attribute));
    }

    /// The dimension that references lead to from another one.
    private Optional<DimensionDraft> referred(Written by, DimensionDraft from, List<String> references) {
        DimensionDraft dimension = from;
        for (String reference : references) {
            DimensionDraft next = dimension.references().get(reference);
            if (next == null) {
                issues.error(
                        by,
                        "dimension %s has no reference '%s'"
                                .formatted(dimension.dimension().name(), reference),
                        Suggestion.sentence(
                                reference, dimension.references().keySet(), "Give it one under 'references'."));
                return Optional.empty();
            }
            dimension = next;
        }
        return Optional.of(dimension);
    }

    private boolean hasAttribute(Written by, DimensionDraft dimension, List<String> parts) {
        List<String> known = dimension.columnsOfReaders();
        if (known.contains(parts.getLast())) {
            return true;
        }
        issues.error(
                by,
                "the dimension of role %s has no attribute '%s'"
                        .formatted(String.join(".", parts.subList(0, parts.size() - 1)), parts.getLast()),
                Suggestion.sentence(parts.getLast(), known, ""));
        return false;
    }

    private List<String> attributesOf(String role) {
        return fact.dimensions().peek(role).orElseThrow().columnsOfReaders();
    }
}
