package dev.startide.domain.normalize;

import dev.startide.domain.normalize.Converted.Problem;
import dev.startide.domain.normalize.Converted.Value;
import dev.startide.warehouse.schema.LogicalType;
import java.math.BigDecimal;
import java.util.function.Function;

/// Conversions into numbers.
final class NumberConversions {

    private static final int LONG_DIGITS = 19;
    private static final BigDecimal LEAST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal GREATEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private NumberConversions() {}

    static Converted toInt(Scalar value, LogicalType type) {
        return switch (toBigInt(value, type)) {
            case Value(Long number)
            when number >= Integer.MIN_VALUE && number <= Integer.MAX_VALUE -> new Value(number.intValue());
            case Value _ -> Converted.outOfRange(type.sqlName(), "a number beyond 32 bits");
            case Problem problem -> problem;
        };
    }

    static Converted toBigInt(Scalar value, LogicalType type) {
        if (value instanceof Scalar.Whole(long number)) {
            return new Value(number);
        }
        return exactly(value, type, number -> whole(number, type));
    }

    static Converted toDecimal(Scalar value, LogicalType type, int precision, int scale) {
        if (value instanceof Scalar.Whole(long number)) {
            return fitted(BigDecimal.valueOf(number), type, precision, scale);
        }
        return exactly(value, type, number -> fitted(number, type, precision, scale));
    }

    static Converted toDouble(Scalar value, LogicalType type) {
        return switch (value) {
            case Scalar.Floating(double number) -> finite(number, type);
            case Scalar.Whole(long number) -> new Value((double) number);
            default -> exactly(value, type, number -> finite(number.doubleValue(), type));
        };
    }

    private static Converted exactly(Scalar value, LogicalType type, Function<BigDecimal, Converted> conversion) {
        return switch (value) {
            case Scalar.Exact(BigDecimal number) -> conversion.apply(number);
            case Scalar.Text(String text) ->
                switch (DecimalText.parse(text, type.sqlName())) {
                    case Value(BigDecimal number) -> conversion.apply(number);
                    case Value _ -> throw new IllegalStateException("A number's text gave something else");
                    case Problem problem -> problem;
                };
            case Scalar.Floating _ ->
                Converted.mismatch(
                        type.sqlName(),
                        "a floating-point number, which is not exact; declare it double, or send a decimal");
            default -> Converted.mismatch(type.sqlName(), value.kind());
        };
    }

    private static Converted whole(BigDecimal number, LogicalType type) {
        if (number.signum() == 0) {
            return new Value(0L);
        }
        if (digitsBeforePoint(number) > LONG_DIGITS) {
            return Converted.outOfRange(type.sqlName(), "a number beyond 64 bits");
        }
        if (number.stripTrailingZeros().scale() > 0) {
            return Converted.outOfRange(type.sqlName(), "a number with digits after the point");
        }
        if (number.compareTo(LEAST_LONG) < 0 || number.compareTo(GREATEST_LONG) > 0) {
            return Converted.outOfRange(type.sqlName(), "a number beyond 64 bits");
        }
        return new Value(number.longValueExact());
    }

    private static Converted fitted(BigDecimal number, LogicalType type, int precision, int scale) {
        if (number.signum() == 0) {
            return new Value(BigDecimal.ZERO.setScale(scale));
        }
        if (digitsBeforePoint(number) > precision - scale) {
            return Converted.outOfRange(type.sqlName(), "a number with more digits before the point");
        }
        if (number.scale() == scale) {
            return new Value(number);
        }
        if (number.scale() > scale && number.stripTrailingZeros().scale() > scale) {
            return Converted.outOfRange(type.sqlName(), "a number with more digits after the point");
        }
        return new Value(number.setScale(scale));
    }

    /// PostgreSQL takes zero and minus zero for the same key, Java does not: there is one zero. Not
    /// a number and infinity would spoil every sum.
    private static Converted finite(double number, LogicalType type) {
        return Double.isFinite(number)
                ? new Value(number == 0 ? 0.0 : number)
                : Converted.outOfRange(type.sqlName(), "a number that is not finite");
    }

    private static long digitsBeforePoint(BigDecimal number) {
        return (long) number.precision() - number.scale();
    }
}
