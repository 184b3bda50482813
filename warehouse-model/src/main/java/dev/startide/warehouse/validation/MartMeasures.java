package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.MartDeclaration.MeasureDeclaration;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.star.Mart.Aggregate;
import dev.startide.warehouse.star.Mart.Grouping;
import java.util.List;
import java.util.Optional;

/// Aggregates over the rows of groups of a fact.
final class MartMeasures {

    private final FactDraft fact;
    private final MartWeights weights;
    private final SumRules sums;
    private final SqlCheck sql;
    private final Issues issues;

    MartMeasures(FactDraft fact, List<Grouping> groupings, SqlCheck sql, Issues issues) {
        this.fact = fact;
        this.weights = MartWeights.of(fact.fact(), groupings);
        this.sums = new SumRules(fact, groupings, issues);
        this.sql = sql;
        this.issues = issues;
    }

    /// The aggregate that is meant; whatever is wrong with it is told of.
    ///
    /// @param skipped how many letters of what was written stand before the expression
    Optional<Aggregate> find(MeasureDeclaration measure, int skipped) {
        boolean named = Names.checkColumn(measure.name(), issues);
        if (!measure.sql().isPresent()) {
            return Optional.empty();
        }
        String written = measure.sql().text();
        return switch (sql.checkAggregate(
                written.substring(skipped), weights.besides(fact.columns()), View.FROM_ALIAS)) {
            case SqlCheck.Finding.Unusable(ExpressionProblem(var offset, var message, var remedy)) -> {
                ExpressionProblem problem = new ExpressionProblem(offset + skipped, message, remedy);
                issues.error(measure.sql(), Problems.said(problem, written), remedy);
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
