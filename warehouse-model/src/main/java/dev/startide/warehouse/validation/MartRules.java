package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.MartDeclaration;
import dev.startide.warehouse.declaration.MartDeclaration.MeasureDeclaration;
import dev.startide.warehouse.declaration.Section;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.star.FactMart;
import dev.startide.warehouse.star.Mart;
import dev.startide.warehouse.star.Mart.Grouping;
import dev.startide.warehouse.star.Mart.History;
import dev.startide.warehouse.star.MartName;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What is asked of marts: a fact, or several, things to group rows by, and aggregates over their
/// columns.
final class MartRules {

    private final Catalogue<FactDraft> facts;
    private final SqlCheck sql;
    private final ZoneId zone;
    private final Issues issues;

    /// @param zone decides which day an instant belongs to
    MartRules(Catalogue<FactDraft> facts, SqlCheck sql, ZoneId zone, Issues issues) {
        this.facts = facts;
        this.sql = sql;
        this.zone = zone;
        this.issues = issues;
    }

    /// The marts that can be used.
    List<Mart> resolve(Section<MartDeclaration> declared) {
        List<Mart> marts = new ArrayList<>();
        for (MartDeclaration mart : declared.parts()) {
            MartName name = new MartName(
                    Names.check(mart.name(), 0, issues) ? mart.name().text() : "unnamed");
            checkShape(mart);
            if (isOfOne(mart)) {
                facts.find(mart.fact(), issues).ifPresent(fact -> marts.add(ofFact(name, mart, fact)));
            } else {
                new CombinedMartRules(facts, sql, issues)
                        .resolve(name, mart, history(mart))
                        .ifPresent(marts::add);
            }
        }
        return marts;
    }

    private static boolean isOfOne(MartDeclaration mart) {
        return mart.combine().isWhole() && mart.combine().parts().isEmpty();
    }

    private void checkShape(MartDeclaration mart) {
        List<MeasureDeclaration> measures = mart.measures().parts();
        boolean hasAggregates =
                measures.stream().anyMatch(measure -> measure.window().isEmpty());
        if (mart.by().isEmpty() && hasAggregates && isOfOne(mart)) {
            issues.error(
                    mart.name(),
                    "has 'measures' but no 'by'",
                    "Say what to group by, or leave out both to show the rows of the fact.");
        }
        if (!mart.by().isEmpty() && measures.isEmpty() && mart.measures().isWhole()) {
            issues.error(
                    mart.name(),
                    "has 'by' but no 'measures'",
                    "Say what to show of each group, such as 'sum(amount)'.");
        }
        if (!mart.by().isEmpty() || !isOfOne(mart)) {
            measures.stream()
                    .filter(measure -> measure.window().isPresent())
                    .forEach(measure -> issues.error(
                            measure.name(),
                            "looks back from single rows, but the mart shows groups",
                            "Declare a mart without 'by' for it."));
        }
        Names.checkDistinct(mart.by(), issues);
    }

    private Mart ofFact(MartName name, MartDeclaration mart, FactDraft fact) {
        List<Grouping> groupings = new ArrayList<>();
        MartGroupings known = new MartGroupings(fact, issues);
        mart.by().forEach(by -> known.find(by).ifPresent(groupings::add));
        MartMeasures measures = new MartMeasures(fact, groupings, sql, issues);
        WindowRules windows = new WindowRules(fact, zone, issues);
        List<Mart.Aggregate> aggregates = new ArrayList<>();
        List<Mart.Window> beside = new ArrayList<>();
        for (MeasureDeclaration measure : mart.measures().parts()) {
            measure.window()
                    .ifPresentOrElse(
                            window -> windows.find(measure, window).ifPresent(beside::add),
                            () -> measures.find(measure, 0).ifPresent(aggregates::add));
        }
        History history = history(mart);
        MartColumns columns = new MartColumns(issues);
        if (mart.by().isEmpty()) {
            columns.checkRows(mart, fact, history);
        } else {
            columns.checkGroups(mart, groupings);
        }
        return new FactMart(
                name, mart.description().text(), fact.fact().name(), groupings, aggregates, beside, history);
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
}
