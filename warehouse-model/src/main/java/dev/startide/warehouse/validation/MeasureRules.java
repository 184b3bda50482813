package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.FactDeclaration.MeasureDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Measure;
import dev.startide.warehouse.star.Measure.Aggregation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is asked of the measures of one fact: numbers, from a field or computed from fields.
final class MeasureRules {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

    private final SqlCheck sql;
    private final FactFields fields;
    private final Issues issues;

    MeasureRules(SqlCheck sql, FactFields fields, Issues issues) {
        this.sql = sql;
        this.fields = fields;
        this.issues = issues;
    }

    List<Measure> resolve(List<MeasureDeclaration> declared) {
        List<Measure> measures = new ArrayList<>();
        for (MeasureDeclaration measure : declared) {
            Optional<Aggregation> aggregation = aggregation(measure.aggregation());
            Optional<Measure> resolved = measure.sql().isPresent()
                    ? computed(measure, aggregation.orElse(Aggregation.SUM))
                    : input(measure, aggregation.orElse(Aggregation.SUM));
            if (aggregation.isPresent()) {
                resolved.ifPresent(measures::add);
            }
        }
        return measures;
    }

    private Optional<Aggregation> aggregation(Written written) {
        Map<String, Aggregation> known = new LinkedHashMap<>();
        for (Aggregation aggregation : Aggregation.values()) {
            known.put(aggregation.name().toLowerCase(Locale.ROOT), aggregation);
        }
        if (written.isPresent() && !known.containsKey(written.text())) {
            issues.error(
                    written,
                    "'%s' does not say how the measure is summed up".formatted(written.text()),
                    Suggestion.sentence(written.text(), known.keySet(), "")
                            + " A computed measure is written '{ sql: …, type: …, agg: sum }'.");
        }
        return Optional.ofNullable(known.get(written.text()));
    }

    private Optional<Measure> input(MeasureDeclaration measure, Aggregation aggregation) {
        if (measure.type().isPresent()) {
            issues.error(measure.type(), "a measured field has its own type", "Remove it, or write 'sql' as well.");
        }
        Optional<Attribute> field = fields.find(measure.name()).map(FieldDraft.Value::attribute);
        if (field.isPresent() && !isNumber(measure.name(), field.get().type())) {
            return Optional.empty();
        }
        return field.map(known -> new Measure(
                known.name(),
                known.type(),
                aggregation,
                new Measure.Source.Input(),
                measure.unit().text(),
                measure.description().isPresent() ? measure.description().text() : known.description(),
                AdditivityRules.resolve(measure, aggregation, issues)));
    }

    private Optional<Measure> computed(MeasureDeclaration measure, Aggregation aggregation) {
        boolean named = Names.checkColumn(measure.name(), issues);
        Optional<LogicalType> type = type(measure);
        Optional<Measure.Source> source = source(measure.sql());
        if (!named || type.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Measure(
                new ColumnName(measure.name().text()),
                type.get(),
                aggregation,
                source.get(),
                measure.unit().text(),
                measure.description().text(),
                AdditivityRules.resolve(measure, aggregation, issues)));
    }

    private Optional<LogicalType> type(MeasureDeclaration measure) {
        if (!measure.type().isPresent()) {
            issues.error(
                    measure.name(),
                    "has no 'type'",
                    "Say what the expression gives, such as 'type: \"decimal(14,2)\"'.");
        }
        return FieldRules.type(measure.type(), issues).filter(type -> isNumber(measure.type(), type));
    }

    private boolean isNumber(Written at, LogicalType type) {
        if (!type.isNumeric()) {
            issues.error(
                    at,
                    "%s is no number".formatted(type.sqlName()),
                    "Measure int, bigint, decimal or double; list other fields under 'degenerate'.");
        }
        return type.isNumeric();
    }

    private Optional<Measure.Source> source(Written expression) {
        if (fields.scopes().isEmpty()) {
            return Optional.empty();
        }
        Map<ColumnName, Attribute> values = fields.values();
        Map<ColumnName, LogicalType> types = new LinkedHashMap<>();
        values.forEach((name, attribute) -> types.put(name, attribute.type()));
        return switch (sql.checkScalar(expression.text(), types)) {
            case SqlCheck.Finding.Unusable(var problem) -> {
                if (!isAboutBrokenField(expression.text(), problem)) {
                    issues.error(expression, Problems.said(problem, expression.text()), problem.remedy());
                }
                yield Optional.empty();
            }
            case SqlCheck.Finding.Usable(var text, var columns, var _) ->
                Optional.of(new Measure.Source.Sql(
                        text, columns.stream().map(values::get).toList()));
        };
    }

    /// Whether the problem may be that a field is missing that was told of before.
    private boolean isAboutBrokenField(String expression, ExpressionProblem problem) {
        int offset = Math.clamp(problem.offset(), 0, expression.length());
        Matcher word = WORD.matcher(expression).region(offset, expression.length());
        return word.lookingAt()
                && fields.scopes().stream()
                        .anyMatch(scope -> scope.mayHave(word.group())
                                && scope.peek(word.group()).isEmpty());
    }
}
