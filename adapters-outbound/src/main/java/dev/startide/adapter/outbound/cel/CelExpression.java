package dev.startide.adapter.outbound.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.startide.adapter.outbound.cel.CelSelections.Presence;
import dev.startide.adapter.outbound.cel.CelSelections.Selection;
import dev.startide.domain.port.outbound.Expressions.Envelope;
import dev.startide.domain.port.outbound.Expressions.Expression;
import dev.startide.domain.port.outbound.Expressions.Outcome;
import dev.startide.domain.port.outbound.Expressions.Path;
import dev.startide.domain.port.outbound.Expressions.Path.Root;
import dev.startide.domain.port.outbound.Expressions.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A CEL expression that is ready to run.
///
/// A failure is judged by what the expression reads: if some of that was not said, nothing is said
/// of the result either; if some is null, so is the result. Only with all values there it is an
/// error.
final class CelExpression implements Expression {

    private static final Set<String> ENVELOPE = Set.of(CelEnvironment.KEY, CelEnvironment.HEADERS);

    private final CelRuntime.Program program;
    private final Optional<Selection> only;
    private final List<Selection> reads;
    private final List<Path> looksAt;
    private final boolean aboutEnvelope;

    CelExpression(CelRuntime.Program program, CelAbstractSyntaxTree ast) {
        this.program = program;
        this.only = CelSelections.only(ast);
        this.reads = CelSelections.all(ast);
        this.looksAt = CelSelections.lookedAt(ast).stream()
                .flatMap(selection -> path(selection).stream())
                .toList();
        this.aboutEnvelope = CelSelections.mentions(ast, ENVELOPE);
    }

    @Override
    public Optional<Path> path() {
        return only.flatMap(CelExpression::path);
    }

    @Override
    public List<Path> looksAt() {
        return looksAt;
    }

    private static Optional<Path> path(Selection selection) {
        return switch (selection.variable()) {
            case CelEnvironment.EVENT -> Optional.of(new Path(Root.EVENT, selection.names()));
            case CelEnvironment.ELEMENT -> Optional.of(new Path(Root.ELEMENT, selection.names()));
            default -> Optional.empty();
        };
    }

    @Override
    public boolean isAboutEnvelope() {
        return aboutEnvelope;
    }

    @Override
    public Outcome evaluate(Scope scope) {
        try {
            Object result = program.eval(Map.of(
                    CelEnvironment.EVENT, CelValues.toCel(scope.event()),
                    CelEnvironment.ELEMENT, CelValues.toCel(scope.element()),
                    CelEnvironment.ATTRIBUTES, CelValues.toCel(scope.attributes()),
                    CelEnvironment.KEY, CelValues.toCel(scope.envelope().key()),
                    CelEnvironment.HEADERS, scope.envelope().headers(),
                    CelEnvironment.CHANGE, CelValues.toCel(scope.envelope().change())));
            return new Outcome.Value(CelValues.fromCel(result));
        } catch (CelEvaluationException failure) {
            return judged(reason(failure), scope);
        } catch (RuntimeException unforeseen) {
            return judged("a function does not take its values", scope);
        }
    }

    private Outcome judged(String reason, Scope scope) {
        List<Presence> presences = reads.stream()
                .flatMap(selection -> presence(selection, scope).stream())
                .toList();
        if (presences.contains(Presence.UNSAID)) {
            return new Outcome.Unsaid();
        }
        if (presences.contains(Presence.NULL)) {
            return new Outcome.Value(null);
        }
        return new Outcome.Failed("the expression failed: " + reason);
    }

    private static Optional<Presence> presence(Selection selection, Scope scope) {
        Envelope envelope = scope.envelope();
        return switch (selection.variable()) {
            case CelEnvironment.EVENT -> Optional.of(selection.presence(scope.event()));
            case CelEnvironment.ELEMENT -> Optional.of(selection.presence(scope.element()));
            case CelEnvironment.ATTRIBUTES -> Optional.of(selection.presence(scope.attributes()));
            case CelEnvironment.KEY -> Optional.of(selection.presence(envelope.key()));
            case CelEnvironment.CHANGE -> Optional.of(selection.presence(envelope.change()));
            default -> Optional.empty();
        };
    }

    /// The library's words may quote values; its codes do not.
    private static String reason(CelEvaluationException failure) {
        return switch (failure.getErrorCode()) {
            case OVERLOAD_NOT_FOUND -> "an operator or function does not fit the types of its values";
            case DIVIDE_BY_ZERO -> "division by zero";
            case NUMERIC_OVERFLOW -> "a number is out of range";
            case INDEX_OUT_OF_BOUNDS -> "a list is shorter than that";
            case ATTRIBUTE_NOT_FOUND -> "a value is not there";
            case ITERATION_BUDGET_EXCEEDED -> "it took too many steps";
            default -> "a value is not of the form that it expects";
        };
    }
}
