package dev.startide.adapter.outbound.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The values that an expression reads: chains of names from one of its variables.
final class CelSelections {

    private CelSelections() {}

    /// A variable and the names behind it.
    record Selection(String variable, List<String> names) {

        /// Whether the value is there, null or not said. Where a null is on the way, the value is
        /// null; where something is on the way that has no names at all, nothing is missing.
        Presence presence(@Nullable Object tree) {
            Object value = tree;
            for (String name : names) {
                if (value == null) {
                    return Presence.NULL;
                }
                if (!(value instanceof Map<?, ?> members)) {
                    return Presence.SAID;
                }
                if (!members.containsKey(name)) {
                    return Presence.UNSAID;
                }
                value = members.get(name);
            }
            return value == null ? Presence.NULL : Presence.SAID;
        }
    }

    /// Whether an event says a value.
    enum Presence {
        SAID,
        NULL,
        UNSAID
    }

    /// The selection that is the whole expression, if it is nothing else.
    static Optional<Selection> only(CelAbstractSyntaxTree ast) {
        return Optional.of(ast.getExpr()).filter(step -> !isTest(step)).flatMap(CelSelections::selection);
    }

    /// All selections in an expression, the longest of each chain.
    static List<Selection> all(CelAbstractSyntaxTree ast) {
        return steps(ast)
                .filter(step -> !isTest(step))
                .flatMap(step -> selection(step).stream())
                .distinct()
                .toList();
    }

    /// The same, and what an expression asks for with `has(event.name)`.
    static List<Selection> lookedAt(CelAbstractSyntaxTree ast) {
        return steps(ast).flatMap(step -> selection(step).stream()).distinct().toList();
    }

    /// The last steps of all ways into values.
    private static Stream<CelExpr> steps(CelAbstractSyntaxTree ast) {
        return CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(node -> isStep(node.expr()) && !isSelectedFrom(node))
                .map(CelNavigableExpr::expr);
    }

    /// Whether an expression speaks of a variable at all.
    static boolean mentions(CelAbstractSyntaxTree ast, Set<String> variables) {
        return CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .anyMatch(node -> node.getKind() == Kind.IDENT
                        && variables.contains(node.expr().ident().name()));
    }

    private static boolean isSelectedFrom(CelNavigableExpr node) {
        return node.parent()
                .map(CelNavigableExpr::expr)
                .filter(parent -> isStep(parent) && operand(parent).id() == node.id())
                .isPresent();
    }

    /// Whether it takes a member by its name: `event.name`, or `event['a name']`.
    private static boolean isStep(CelExpr expression) {
        return expression.getKind() == Kind.SELECT || isIndexByName(expression);
    }

    private static boolean isIndexByName(CelExpr expression) {
        return expression.getKind() == Kind.CALL
                && expression.call().function().equals(Operator.INDEX.getFunction())
                && name(expression).getKind() == Kind.CONSTANT
                && name(expression).constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }

    private static CelExpr name(CelExpr index) {
        return index.call().args().getLast();
    }

    private static CelExpr operand(CelExpr step) {
        return step.getKind() == Kind.SELECT
                ? step.select().operand()
                : step.call().args().getFirst();
    }

    private static Optional<Selection> selection(CelExpr expression) {
        Deque<String> names = new ArrayDeque<>();
        CelExpr at = expression;
        while (isStep(at)) {
            names.addFirst(
                    at.getKind() == Kind.SELECT
                            ? at.select().field()
                            : name(at).constant().stringValue());
            at = operand(at);
        }
        boolean fromVariable = at.getKind() == Kind.IDENT && !names.isEmpty();
        return fromVariable ? Optional.of(new Selection(at.ident().name(), List.copyOf(names))) : Optional.empty();
    }

    private static boolean isTest(CelExpr expression) {
        return expression.getKind() == Kind.SELECT && expression.select().testOnly();
    }
}
