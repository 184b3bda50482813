package dev.startide.adapter.outbound.modelfile;

import dev.startide.adapter.outbound.modelfile.SqlReading.Mode;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.validation.ExpressionProblem;
import dev.startide.warehouse.validation.SqlCheck;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Parser;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.ParserException;

/// Checks the words of an expression against a list of harmless ones, and its grammar with jOOQ's
/// parser.
@Singleton
final class JooqSqlCheck implements SqlCheck {

    /// Longer than anyone writes by hand, and short enough for a recursive parser.
    private static final int MAX_LENGTH = 2_000;

    private final Parser parser = DSL.using(SQLDialect.POSTGRES).parser();

    @Override
    public Finding checkScalar(String sql, Map<ColumnName, LogicalType> columns) {
        return check(sql, columns, Mode.SCALAR, "");
    }

    @Override
    public Finding checkAggregate(String sql, Map<ColumnName, LogicalType> columns, String alias) {
        return check(sql, columns, Mode.AGGREGATE, alias);
    }

    private Finding check(String sql, Map<ColumnName, LogicalType> columns, Mode mode, String alias) {
        if (sql.length() > MAX_LENGTH) {
            return new Finding.Unusable(new ExpressionProblem(
                    MAX_LENGTH, "has more than %d letters".formatted(MAX_LENGTH), "Write it shorter."));
        }
        SqlLexer lexer = SqlLexer.of(sql);
        if (lexer.problem().isPresent()) {
            return new Finding.Unusable(lexer.problem().get());
        }
        SqlReading reading = new SqlReading(lexer.tokens(), columns, mode);
        Optional<ExpressionProblem> problem = reading.problem().or(() -> grammarProblem(sql));
        if (problem.isPresent()) {
            return new Finding.Unusable(problem.get());
        }
        return new Finding.Usable(
                qualified(sql, reading.offsets(), alias), reading.used(), SqlSums.in(lexer.tokens(), columns.keySet()));
    }

    private Optional<ExpressionProblem> grammarProblem(String sql) {
        try {
            parser.parseField(sql);
            return Optional.empty();
        } catch (ParserException complaint) {
            return Optional.of(new ExpressionProblem(
                    complaint.position(), "is no SQL expression", "Check brackets, commas and operators."));
        }
    }

    private static String qualified(String sql, List<Integer> offsets, String alias) {
        if (alias.isEmpty()) {
            return sql;
        }
        StringBuilder qualified = new StringBuilder(sql);
        for (int offset : offsets.reversed()) {
            qualified.insert(offset, alias + ".");
        }
        return qualified.toString();
    }
}
