package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.MartDeclaration;
import dev.startide.warehouse.declaration.MartDeclaration.AggregateDeclaration;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.star.Mart;
import dev.startide.warehouse.star.Mart.Aggregate;
import dev.startide.warehouse.star.Mart.Grouping;
import dev.startide.warehouse.star.Mart.History;
import dev.startide.warehouse.star.MartName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is asked of marts: a fact, things to group its rows by, and aggregates over its columns.
final class MartRules {

    private final Catalogue<FactDraft> facts;
    private final SqlCheck sql;
    private final Issues issues;

    MartRules(Catalogue<FactDraft> facts, SqlCheck sql, Issues issues) {
        this.facts = facts;
        this.sql = sql;
        this.issues = issues;
    }

    /// The marts that can be used.
    List<Mart> resolve(Section<MartDeclaration> declared) {
        List<Mart> marts = new ArrayList<>();
        for (MartDeclaration mart : declared.parts()) {
            boolean named = Names.check(mart.name(), 0, issues);
            checkShape(mart);
            Optional<FactDraft> fact = facts.find(mart.fact(), issues);
            if (fact.isPresent()) {
                Mart resolved = resolve(mart, fact.get(), named);
                new MartColumns(fact.get(), issues).check(mart, resolved);
                marts.add(resolved);
            }
        }
        return marts;
    }

    private void checkShape(MartDeclaration mart) {
        boolean hasMeasures = !mart.measures().parts().isEmpty();
        if (mart.by().isEmpty() && hasMeasures) {
            issues.error(
                    mart.name(),
                    "has 'measures' but no 'by'",
                    "Say what to group by, or leave out both to show the rows of the fact.");
        }
        if (!mart.by().isEmpty() && !hasMeasures && mart.measures().isWhole()) {
            issues.error(
                    mart.name(),
                    "has 'by' but no 'measures'",
                    "Say what to show of each group, such as 'sum(amount)'.");
        }
        Names.checkDistinct(mart.by(), issues);
    }

    private Mart resolve(MartDeclaration mart, FactDraft fact, boolean named) {
        List<Grouping> groupings = new ArrayList<>();
        mart.by().forEach(by -> grouping(by, fact).ifPresent(groupings::add));
        List<Aggregate> aggregates = new ArrayList<>();
        MartWeights weights = MartWeights.of(fact.fact(), groupings);
        SumRules sums = new SumRules(fact, groupings, issues);
        mart.measures()
                .parts()
                .forEach(measure -> aggregate(measure, fact, weights, sums).ifPresent(aggregates::add));
        return new Mart(
                new MartName(named ? mart.name().text() : "unnamed"),
                mart.description().text(),
                fact.fact().name(),
                groupings,
                aggregates,
                history(mart));
    }

    private History history(MartDeclaration mart) {
        Written written = mart.history();
        if (written.text().equals(History.BOTH.word()) && !mart.by().isEmpty()) {
            issues.error(
                    written,
                    "a mart of groups shows its groups once",
                    "Write 'as_was' or 'as_is', or declare a mart for each.");
        }
        for (History known : History.values()) {
            if (known.word().equals(written.text())) {
                return known;
            }
        }
        if (written.isPresent()) {
            List<String> words = Stream.of(History.values()).map(History::word).toList();
            issues.error(
                    written,
                    "'%s' does not say which version is shown".formatted(written.text()),
                    Suggestion.sentence(written.text(), words, ""));
        }
        return History.AS_WAS;
    }

    private Optional<Grouping> grouping(Written by, FactDraft fact) {
        List<String> parts = List.of(by.text().split("\\.", -1));
        return parts.size() == 1 ? byColumn(by, fact) : byAttribute(by, parts, fact);
    }

    private Optional<Grouping> byColumn(Written by, FactDraft fact) {
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
                                .formatted(
                                        by.text(), attributesOf(fact, by.text()).getFirst())
                        : Suggestion.sentence(by.text(), known, "Keep it in the fact, under 'degenerate'."));
        return Optional.empty();
    }

    private Optional<Grouping> byAttribute(Written by, List<String> parts, FactDraft fact) {
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

    private static List<String> attributesOf(FactDraft fact, String role) {
        return fact.dimensions().peek(role).orElseThrow().columnsOfReaders();
    }

    private Optional<Aggregate> aggregate(
            AggregateDeclaration measure, FactDraft fact, MartWeights weights, SumRules sums) {
        boolean named = Names.checkColumn(measure.name(), issues);
        if (!measure.sql().isPresent()) {
            return Optional.empty();
        }
        return switch (sql.checkAggregate(measure.sql().text(), weights.besides(fact.columns()), View.FROM_ALIAS)) {
            case SqlCheck.Finding.Unusable(var problem) -> {
                issues.error(measure.sql(), Problems.said(problem, measure.sql().text()), problem.remedy());
                yield Optional.empty();
            }
            case SqlCheck.Finding.Usable(var text, var columns, var summed) -> {
                weights.check(measure.sql(), columns, issues);
                sums.check(measure.sql(), summed);
                yield named
                        ? Optional.of(new Aggregate(
                                new ColumnName(measure.name().text()),
                                weights.qualified(text),
                                measure.description().text()))
                        : Optional.empty();
            }
        };
    }
}
