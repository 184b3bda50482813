package dev.startide.adapter.outbound.cel;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.SimpleType;
import dev.startide.warehouse.validation.ExpressionProblem;
import java.util.Optional;

/// Compiles expressions, and refuses a division that would silently drop a remainder.
/// Safe for use by many threads.
final class CelCompiler {

    private final Cel cel;

    CelCompiler(Cel cel) {
        this.cel = cel;
    }

    /// What became of an expression.
    sealed interface Compiled {

        record Program(CelAbstractSyntaxTree ast) implements Compiled {}

        record Invalid(ExpressionProblem problem) implements Compiled {}
    }

    Compiled compile(String text) {
        try {
            CelAbstractSyntaxTree ast = cel.compile(text).getAst();
            Optional<ExpressionProblem> pitfall = pitfall(ast);
            return pitfall.isPresent() ? new Compiled.Invalid(pitfall.get()) : new Compiled.Program(ast);
        } catch (CelValidationException invalid) {
            return new Compiled.Invalid(problem(text, invalid));
        }
    }

    private static ExpressionProblem problem(String text, CelValidationException invalid) {
        CelIssue first = invalid.getErrors().getFirst();
        int line = first.getSourceLocation().getLine();
        int column = first.getSourceLocation().getColumn();
        return new ExpressionProblem(offset(text, line, column), first.getMessage(), "");
    }

    /// @param line from 1, 0 if not known
    private static int offset(String text, int line, int column) {
        int start = 0;
        for (int passed = 1; passed < line; passed++) {
            start = text.indexOf('\n', start) + 1;
        }
        return Math.clamp((long) start + column, 0, text.length());
    }

    private static Optional<ExpressionProblem> pitfall(CelAbstractSyntaxTree ast) {
        return CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.CALL)
                .map(CelNavigableExpr::expr)
                .flatMap(call -> pitfall(call, ast).stream())
                .findFirst();
    }

    private static Optional<ExpressionProblem> pitfall(CelExpr call, CelAbstractSyntaxTree ast) {
        boolean division = call.call().function().equals(Operator.DIVIDE.getFunction());
        if (division && !ast.getType(call.id()).orElse(SimpleType.DYN).equals(SimpleType.DOUBLE)) {
            return Optional.of(new ExpressionProblem(
                    position(call, ast),
                    "a division of whole numbers drops the remainder, and decimals have none",
                    "Divide double(a) by double(b), or leave it to a measure in SQL."));
        }
        return Optional.empty();
    }

    private static int position(CelExpr expression, CelAbstractSyntaxTree ast) {
        return ast.getSource().getPositionsMap().getOrDefault(expression.id(), 0);
    }
}
