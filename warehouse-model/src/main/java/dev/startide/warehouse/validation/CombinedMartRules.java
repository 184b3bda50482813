package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.MartDeclaration;
import dev.startide.warehouse.declaration.MartDeclaration.MeasureDeclaration;
import dev.startide.warehouse.declaration.MartDeclaration.SideDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.layout.MartLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.CombinedMart;
import dev.startide.warehouse.star.Mart.Grouping;
import dev.startide.warehouse.star.Mart.History;
import dev.startide.warehouse.star.MartName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is asked of a mart of several facts: that they can be grouped by the same things, and that
/// every measure is of one of them.
final class CombinedMartRules {

    private final Catalogue<FactDraft> facts;
    private final SqlCheck sql;
    private final Issues issues;

    CombinedMartRules(Catalogue<FactDraft> facts, SqlCheck sql, Issues issues) {
        this.facts = facts;
        this.sql = sql;
        this.issues = issues;
    }

    /// The mart, if it can be used.
    Optional<CombinedMart> resolve(MartName name, MartDeclaration mart, History history) {
        checkShape(mart);
        List<MartSide> sides = new ArrayList<>();
        for (SideDeclaration side : mart.combine().parts()) {
            facts.find(side.fact(), issues).ifPresent(draft -> sides.add(new MartSide(side, draft)));
        }
        if (sides.size() < mart.combine().parts().size() || !mart.combine().isWhole()) {
            return Optional.empty();
        }
        new ConformedGroupings(mart, issues).resolve(sides);
        findAggregates(mart, sides);
        List<Grouping> shared = mart.by().stream()
                .filter(by -> Names.isColumnPath(by.text()))
                .map(by -> Grouping.of(by.text()))
                .toList();
        new MartColumns(issues).checkGroups(mart, shared);
        if (issues.haveErrors()) {
            return Optional.empty();
        }
        return Optional.of(new CombinedMart(
                name,
                mart.description().text(),
                sides.stream().map(side -> side.asMart(name, history)).toList(),
                shared.stream().map(MartLayout::columnOf).toList(),
                mart.measures().parts().stream()
                        .map(measure -> new ColumnName(measure.name().text()))
                        .toList()));
    }

    private void checkShape(MartDeclaration mart) {
        List<Written> names =
                mart.combine().parts().stream().map(SideDeclaration::fact).toList();
        Names.checkDistinct(names, issues);
        if (mart.fact().isPresent()) {
            issues.error(
                    mart.fact(),
                    "the facts of the mart are those under 'combine'",
                    "Add it there, and remove it here.");
        }
        if (names.size() == 1 && mart.combine().isWhole()) {
            issues.error(
                    names.getFirst(),
                    "a single fact is nothing to combine",
                    "Name another one, or write 'fact' for it.");
        }
        if (mart.by().isEmpty()) {
            issues.error(
                    mart.name(),
                    "has 'combine' but no 'by'",
                    "Say what the rows of all its facts are grouped by, such as 'date.year_month'.");
        }
    }

    private void findAggregates(MartDeclaration mart, List<MartSide> sides) {
        for (MeasureDeclaration measure : mart.measures().parts()) {
            sideOf(measure, sides)
                    .ifPresent(side -> new MartMeasures(side.draft(), side.groupings(), sql, issues)
                            .find(measure, side.fact().length() + 1)
                            .ifPresent(side.aggregates()::add));
        }
        for (MartSide side : sides) {
            String fact = side.fact();
            boolean isShown = mart.measures().parts().stream()
                    .anyMatch(measure -> measure.sql().text().startsWith(fact + "."));
            if (!isShown
                    && mart.measures().isWhole()
                    && !mart.measures().parts().isEmpty()) {
                issues.error(
                        side.declared().fact(),
                        "no measure is of fact %s".formatted(fact),
                        "Add one, such as '%s.count(*)', or remove the fact.".formatted(fact));
            }
        }
    }

    /// The fact that a measure is of: what stands before its first point.
    private Optional<MartSide> sideOf(MeasureDeclaration measure, List<MartSide> sides) {
        String text = measure.sql().text();
        if (!measure.sql().isPresent()) {
            return Optional.empty();
        }
        String fact = text.substring(0, Math.max(0, text.indexOf('.')));
        Optional<MartSide> found =
                sides.stream().filter(side -> side.fact().equals(fact)).findFirst();
        if (found.isEmpty()) {
            tellOfNoFact(measure, fact, sides.stream().map(MartSide::fact).toList());
            return found;
        }
        String rest = text.substring(fact.length() + 1);
        boolean isOfTwo = sides.stream()
                .anyMatch(side -> Pattern.compile("\\b%s\\.".formatted(side.fact()))
                        .matcher(rest)
                        .find());
        if (isOfTwo) {
            issues.error(
                    measure.sql(),
                    "a measure is of one fact, and '%s' stands in front already".formatted(fact),
                    "Declare a measure for each fact, and name the fact once.");
            return Optional.empty();
        }
        return found;
    }

    private void tellOfNoFact(MeasureDeclaration measure, String fact, List<String> known) {
        if (Names.isColumn(fact)) {
            issues.error(
                    measure.sql(),
                    "'%s' is none of the facts of the mart".formatted(fact),
                    Suggestion.sentence(fact, known, ""));
        } else if (!known.isEmpty()) {
            issues.error(
                    measure.sql(),
                    "does not say which fact it is of",
                    "Begin with one of them, such as '%s.%s'."
                            .formatted(known.getFirst(), measure.sql().text()));
        }
    }
}
