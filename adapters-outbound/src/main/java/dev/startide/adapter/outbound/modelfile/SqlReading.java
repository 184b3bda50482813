package dev.startide.adapter.outbound.modelfile;

import dev.startide.adapter.outbound.modelfile.SqlToken.Kind;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.validation.ExpressionProblem;
import dev.startide.warehouse.validation.Suggestion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks at every word of an expression: columns must be known, everything else allowed, and in an
/// expression over groups columns must stand inside aggregates. Used by one thread.
final class SqlReading {

    private final List<SqlToken> tokens;
    private final Map<ColumnName, LogicalType> columns;
    private final Mode mode;
    private final Set<ColumnName> used = new LinkedHashSet<>();
    private final List<Integer> offsets = new ArrayList<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private boolean aggregated;

    /// What the expression stands for.
    enum Mode {
        /// A value of one row.
        SCALAR,

        /// A value of a group of rows.
        AGGREGATE
    }

    /// What a pair of brackets belongs to.
    private enum Frame {
        PLAIN,
        AGGREGATE
    }

    SqlReading(List<SqlToken> tokens, Map<ColumnName, LogicalType> columns, Mode mode) {
        this.tokens = tokens;
        this.columns = columns;
        this.mode = mode;
    }

    /// The first thing that is wrong, if anything is.
    Optional<ExpressionProblem> problem() {
        for (int i = 0; i < tokens.size(); i++) {
            Optional<ExpressionProblem> problem = look(i);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return mode == Mode.AGGREGATE && !aggregated
                ? Optional.of(new ExpressionProblem(0, "is no aggregate", "Write one, such as 'sum(amount)'."))
                : Optional.empty();
    }

    /// The columns that were found, in order of appearance.
    List<ColumnName> used() {
        return List.copyOf(used);
    }

    /// The offsets of all columns in the expression, in order.
    List<Integer> offsets() {
        return List.copyOf(offsets);
    }

    private Optional<ExpressionProblem> look(int i) {
        SqlToken token = tokens.get(i);
        if (token.is("(")) {
            frames.push(i > 0 && opensAggregate(tokens.get(i - 1)) ? Frame.AGGREGATE : Frame.PLAIN);
        } else if (token.is(")") && !frames.isEmpty()) {
            frames.pop();
        }
        return token.kind() == Kind.WORD ? word(i, token) : Optional.empty();
    }

    private boolean opensAggregate(SqlToken before) {
        return mode == Mode.AGGREGATE
                && before.kind() == Kind.WORD
                && (SqlVocabulary.AGGREGATES.contains(before.text())
                        || before.text().equals("filter"));
    }

    private Optional<ExpressionProblem> word(int i, SqlToken token) {
        boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
        if (i > 0 && (tokens.get(i - 1).is("::") || tokens.get(i - 1).is("as"))) {
            return SqlVocabulary.TYPES.contains(token.text())
                    ? Optional.empty()
                    : wrong(token, "a value cannot become '%s' here", "Use numbers, text or boolean.");
        }
        if (isKeyword(i, token)) {
            return Optional.empty();
        }
        return called ? function(i, token) : column(token);
    }

    private boolean isKeyword(int i, SqlToken token) {
        if (token.text().equals("from")) {
            return i > 0 && tokens.get(i - 1).is("distinct");
        }
        boolean ofAggregates = mode == Mode.AGGREGATE && SqlVocabulary.AGGREGATE_KEYWORDS.contains(token.text());
        boolean endsType =
                token.text().equals("precision") && i > 0 && tokens.get(i - 1).is("double");
        return ofAggregates || endsType || SqlVocabulary.KEYWORDS.contains(token.text());
    }

    private Optional<ExpressionProblem> function(int i, SqlToken token) {
        if (SqlVocabulary.FUNCTIONS.contains(token.text())) {
            return Optional.empty();
        }
        if (!SqlVocabulary.AGGREGATES.contains(token.text())) {
            return wrong(
                    token,
                    "function '%s' cannot be used here",
                    Suggestion.sentence(token.text(), allowedFunctions(), ""));
        }
        if (mode == Mode.SCALAR) {
            return wrong(token, "'%s' needs more than one row", "Aggregate in a mart; a measure is about one row.");
        }
        if (frames.contains(Frame.AGGREGATE)) {
            return wrong(token, "'%s' stands inside another aggregate", "Aggregate once.");
        }
        aggregated = true;
        return argument(i, token);
    }

    /// A sum of a column that holds no numbers.
    private Optional<ExpressionProblem> argument(int i, SqlToken aggregate) {
        int at = i + 2 < tokens.size() && tokens.get(i + 2).is("distinct") ? i + 3 : i + 2;
        if (!SqlVocabulary.NUMERIC_AGGREGATES.contains(aggregate.text())
                || at + 1 >= tokens.size()
                || !tokens.get(at + 1).is(")")
                || !isColumn(tokens.get(at))) {
            return Optional.empty();
        }
        LogicalType type = columns.get(new ColumnName(tokens.get(at).text()));
        return type == null || type.isNumeric()
                ? Optional.empty()
                : wrong(
                        tokens.get(at),
                        "column '%s' is " + type.sqlName() + ", which cannot be summed up",
                        "Use count, min or max.");
    }

    private Optional<ExpressionProblem> column(SqlToken token) {
        if (!isColumn(token)) {
            List<String> known =
                    columns.keySet().stream().map(ColumnName::value).toList();
            return wrong(token, "there is no column '%s'", Suggestion.sentence(token.text(), known, ""));
        }
        ColumnName name = new ColumnName(token.text());
        if (mode == Mode.SCALAR && columns.get(name) instanceof LogicalType.Timestamp) {
            return wrong(
                    token, "'%s' is an instant, whose day depends on the time zone", "Compute with dates and numbers.");
        }
        if (mode == Mode.AGGREGATE && !frames.contains(Frame.AGGREGATE)) {
            return wrong(token, "'%s' stands outside of an aggregate", "Write sum, count, min, max or avg around it.");
        }
        used.add(name);
        offsets.add(token.offset());
        return Optional.empty();
    }

    private boolean isColumn(SqlToken token) {
        return token.kind() == Kind.WORD
                && columns.keySet().stream().anyMatch(name -> name.value().equals(token.text()));
    }

    private Set<String> allowedFunctions() {
        return mode == Mode.SCALAR ? SqlVocabulary.FUNCTIONS : SqlVocabulary.AGGREGATES;
    }

    private static Optional<ExpressionProblem> wrong(SqlToken token, String message, String remedy) {
        return Optional.of(new ExpressionProblem(token.offset(), message.formatted(token.text()), remedy));
    }
}
