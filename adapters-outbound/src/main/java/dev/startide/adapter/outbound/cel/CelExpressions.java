package dev.startide.adapter.outbound.cel;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.startide.adapter.outbound.cel.CelCompiler.Compiled;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.outbound.Expressions;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.validation.CelCheck;
import dev.startide.warehouse.validation.ExpressionProblem;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Compiles the CEL expressions of a model, and checks them before.
@Singleton
final class CelExpressions implements Expressions, CelCheck {

    private final Cel cel = CelEnvironment.create();
    private final CelCompiler compiler = new CelCompiler(cel);

    @Override
    public Expression compile(String text) {
        return switch (compiler.compile(text)) {
            case Compiled.Program(CelAbstractSyntaxTree ast) -> expression(text, ast);
            case Compiled.Invalid(ExpressionProblem problem) ->
                throw StartideException.because(
                        FailureCode.MODEL_CONFLICT,
                        "The expression '%s' cannot be used: %s. %s"
                                .formatted(text, problem.message(), problem.remedy())
                                .strip());
        };
    }

    @Override
    public Optional<ExpressionProblem> check(String expression, LogicalType expected) {
        return switch (compiler.compile(expression)) {
            case Compiled.Invalid(ExpressionProblem problem) -> Optional.of(problem);
            case Compiled.Program(CelAbstractSyntaxTree ast)
            when isReadAs(ast.getResultType(), expected) -> Optional.empty();
            case Compiled.Program(CelAbstractSyntaxTree ast) ->
                Optional.of(new ExpressionProblem(
                        0,
                        "it gives %s where %s is expected"
                                .formatted(ast.getResultType().name(), expected.sqlName()),
                        "Convert the result, or declare another type."));
        };
    }

    private Expression expression(String text, CelAbstractSyntaxTree ast) {
        try {
            return new CelExpression(cel.createProgram(ast), ast);
        } catch (CelEvaluationException unplannable) {
            throw StartideException.because(
                    FailureCode.MODEL_CONFLICT, "The expression '%s' cannot be run".formatted(text), unplannable);
        }
    }

    /// Mirrors the table of conversions, as far as the type of an expression is known beforehand.
    private static boolean isReadAs(CelType given, LogicalType expected) {
        if (expected instanceof LogicalType.Json) {
            return true;
        }
        return switch (given.kind()) {
            case DYN, ANY, NULL_TYPE, TYPE_PARAM -> true;
            case STRING -> true;
            case INT -> isNumberOrText(expected);
            case OPAQUE -> isNumberOrText(expected);
            case DOUBLE -> expected instanceof LogicalType.Floating;
            case BOOL -> expected instanceof LogicalType.Bool;
            case BYTES -> expected instanceof LogicalType.Bytes;
            case TIMESTAMP -> expected instanceof LogicalType.Timestamp;
            default -> false;
        };
    }

    private static boolean isNumberOrText(LogicalType expected) {
        return expected.isNumeric() || expected instanceof LogicalType.Text || expected instanceof LogicalType.Varchar;
    }
}
