package dev.startide.warehouse.validation;

/// Says what is wrong with an expression, and where in it.
final class Problems {

    /// How much of an expression is quoted.
    private static final int QUOTED = 20;

    private Problems() {}

    static String said(ExpressionProblem problem, String expression) {
        int offset = Math.clamp(problem.offset(), 0, expression.length());
        String rest = expression.substring(offset);
        String where = rest.isEmpty()
                ? "at its end"
                : "at '%s'".formatted(rest.length() > QUOTED ? rest.substring(0, QUOTED) + "…" : rest);
        return "%s (character %d, %s)".formatted(problem.message(), offset + 1, where);
    }
}
