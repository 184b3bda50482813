package dev.startide.adapter.outbound.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.Operator;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.startide.domain.normalize.Converted;
import dev.startide.domain.normalize.DecimalText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Exact decimal numbers in CEL, which by itself knows only binary floating point.
///
/// A decimal is a type of its own. `+`, `-`, `*` and comparisons work between decimals, and between
/// decimals and whole numbers; there is no division, which is not exact. With a floating-point
/// number there is only comparison.
final class CelDecimals {

    static final CelType TYPE = OpaqueType.create("decimal");

    private final List<CelFunctionDecl> declarations = new ArrayList<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();

    private enum Arithmetic {
        ADD,
        SUBTRACT,
        MULTIPLY;

        BigDecimal apply(BigDecimal left, BigDecimal right) {
            return plain(
                    switch (this) {
                        case ADD -> left.add(right);
                        case SUBTRACT -> left.subtract(right);
                        case MULTIPLY -> left.multiply(right);
                    });
        }
    }

    private enum Comparison {
        LESS,
        LESS_EQUALS,
        GREATER,
        GREATER_EQUALS;

        boolean holds(Number left, Number right) {
            int order = exact(left).compareTo(exact(right));
            return switch (this) {
                case LESS -> order < 0;
                case LESS_EQUALS -> order <= 0;
                case GREATER -> order > 0;
                case GREATER_EQUALS -> order >= 0;
            };
        }
    }

    CelDecimals() {
        for (Arithmetic operation : Arithmetic.values()) {
            arithmetic(Operator.valueOf(operation.name()), operation);
        }
        for (Comparison comparison : Comparison.values()) {
            Operator operator = Operator.valueOf(comparison.name());
            compared(operator, comparison, TYPE, BigDecimal.class);
            compared(operator, comparison, SimpleType.INT, Long.class);
            compared(operator, comparison, SimpleType.DOUBLE, Double.class);
        }
        declare(Operator.NEGATE.getFunction(), CelOverloadDecl.newGlobalOverload("negate_decimal", TYPE, TYPE));
        bindings.add(CelFunctionBinding.from("negate_decimal", BigDecimal.class, BigDecimal::negate));
        conversions();
    }

    List<CelFunctionDecl> declarations() {
        return declarations;
    }

    List<CelFunctionBinding> bindings() {
        return bindings;
    }

    /// The number with as few digits as say it, so that numbers of one value are equal.
    static BigDecimal plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private void arithmetic(Operator operator, Arithmetic operation) {
        String name = operation.name().toLowerCase(Locale.ROOT);
        String both = name + "_decimal";
        String intRight = name + "_decimal_int";
        String intLeft = name + "_int_decimal";
        declare(
                operator.getFunction(),
                CelOverloadDecl.newGlobalOverload(both, TYPE, TYPE, TYPE),
                CelOverloadDecl.newGlobalOverload(intRight, TYPE, TYPE, SimpleType.INT),
                CelOverloadDecl.newGlobalOverload(intLeft, TYPE, SimpleType.INT, TYPE));
        bindings.add(CelFunctionBinding.from(both, BigDecimal.class, BigDecimal.class, operation::apply));
        bindings.add(CelFunctionBinding.from(
                intRight, BigDecimal.class, Long.class, (left, right) -> operation.apply(left, exact(right))));
        bindings.add(CelFunctionBinding.from(
                intLeft, Long.class, BigDecimal.class, (left, right) -> operation.apply(exact(left), right)));
    }

    /// A comparison of a decimal with a type of number, from both sides.
    private <N extends Number> void compared(
            Operator operator, Comparison comparison, CelType other, Class<N> otherClass) {
        String name = "%s_decimal_%s".formatted(comparison.name().toLowerCase(Locale.ROOT), other.name());
        declare(operator.getFunction(), CelOverloadDecl.newGlobalOverload(name, SimpleType.BOOL, TYPE, other));
        bindings.add(CelFunctionBinding.from(name, BigDecimal.class, otherClass, comparison::holds));
        if (!other.equals(TYPE)) {
            String reversed = name + "_reversed";
            declare(operator.getFunction(), CelOverloadDecl.newGlobalOverload(reversed, SimpleType.BOOL, other, TYPE));
            bindings.add(CelFunctionBinding.from(reversed, otherClass, BigDecimal.class, comparison::holds));
        }
    }

    /// The number digit by digit; a floating-point number as it is written.
    static BigDecimal exact(Number number) {
        return switch (number) {
            case BigDecimal decimal -> decimal;
            case Double floating -> BigDecimal.valueOf(floating);
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    private void conversions() {
        declare(
                "decimal",
                CelOverloadDecl.newGlobalOverload("string_to_decimal", TYPE, SimpleType.STRING),
                CelOverloadDecl.newGlobalOverload("int_to_decimal", TYPE, SimpleType.INT),
                CelOverloadDecl.newGlobalOverload("decimal_to_decimal", TYPE, TYPE));
        declare("string", CelOverloadDecl.newGlobalOverload("decimal_to_string", SimpleType.STRING, TYPE));
        declare("double", CelOverloadDecl.newGlobalOverload("decimal_to_double", SimpleType.DOUBLE, TYPE));
        bindings.add(CelFunctionBinding.from("string_to_decimal", String.class, CelDecimals::parsed));
        bindings.add(CelFunctionBinding.from("int_to_decimal", Long.class, BigDecimal::valueOf));
        bindings.add(CelFunctionBinding.from("decimal_to_decimal", BigDecimal.class, number -> number));
        bindings.add(CelFunctionBinding.from("decimal_to_string", BigDecimal.class, BigDecimal::toPlainString));
        bindings.add(CelFunctionBinding.from("decimal_to_double", BigDecimal.class, BigDecimal::doubleValue));
    }

    private void declare(String function, CelOverloadDecl... overloads) {
        declarations.add(CelFunctionDecl.newFunctionDeclaration(function, overloads));
    }

    private static Object parsed(String text) throws CelEvaluationException {
        return switch (DecimalText.parse(text, "a decimal")) {
            case Converted.Value(BigDecimal number) -> plain(number);
            case Converted.Value _ -> throw new IllegalStateException("A number's text gave something else");
            case Converted.Problem(var _, String message) -> throw new CelEvaluationException(message);
        };
    }
}
