package dev.startide.domain.draft;

import dev.startide.domain.normalize.Scalar;
import dev.startide.warehouse.schema.LogicalType;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Stream;

/// Types of numbers. Others than those of the sample will come, so that each has room for more digits.
final class NumberGuess {

    /// A number that came near would soon be beyond 32 bits.
    private static final long GREATEST_INT = 99_999_999;

    /// Room for amounts of money, whatever the sample.
    private static final int LEAST_PRECISION = 12;

    private static final int LEAST_SCALE = 2;
    private static final int SPARE_DIGITS = 3;

    /// With more digits than that on either side of the point, numbers are measured and not counted.
    private static final int MOST_DIGITS = 24;

    private static final int MOST_SCALE = 10;

    private NumberGuess() {}

    /// From the narrowest to the widest.
    static Stream<TypeGuess> candidates(Collection<Scalar> numbers) {
        TypeGuess approximate = new TypeGuess(new LogicalType.Floating(), "values are numbers of very many digits");
        if (numbers.stream().anyMatch(Scalar.Floating.class::isInstance)) {
            return Stream.of(new TypeGuess(new LogicalType.Floating(), "values are floating-point numbers"));
        }
        if (numbers.stream().allMatch(Scalar.Whole.class::isInstance)) {
            return Stream.of(whole(numbers));
        }
        int before = numbers.stream().mapToInt(NumberGuess::digitsBefore).max().orElse(0);
        int behind = numbers.stream().mapToInt(NumberGuess::digitsBehind).max().orElse(0);
        TypeGuess exact = exact(before, behind);
        return before > MOST_DIGITS || behind > MOST_SCALE
                ? Stream.of(approximate, exact)
                : Stream.of(exact, approximate);
    }

    private static TypeGuess whole(Collection<Scalar> numbers) {
        boolean isSmall = numbers.stream()
                .allMatch(number ->
                        number instanceof Scalar.Whole(long value) && value >= -GREATEST_INT && value <= GREATEST_INT);
        return isSmall
                ? new TypeGuess(new LogicalType.Int(), "values are whole numbers of at most 8 digits")
                : new TypeGuess(new LogicalType.BigInt(), "values are whole numbers of more than 8 digits");
    }

    private static TypeGuess exact(int before, int behind) {
        int scale = behind == 0 ? 0 : Math.max(LEAST_SCALE, behind);
        int precision = Math.clamp(
                (long) before + SPARE_DIGITS + scale, Math.max(LEAST_PRECISION, scale), LogicalType.MAX_PRECISION);
        return new TypeGuess(
                new LogicalType.Decimal(precision, scale),
                "values have up to %d digits before the point and %d behind it".formatted(before, behind));
    }

    private static int digitsBefore(Scalar number) {
        return switch (number) {
            case Scalar.Whole(long value) -> BigDecimal.valueOf(value).precision();
            case Scalar.Exact(BigDecimal value) -> Math.max(0, value.precision() - value.scale());
            default -> 0;
        };
    }

    private static int digitsBehind(Scalar number) {
        return number instanceof Scalar.Exact(BigDecimal value)
                ? Math.max(0, value.stripTrailingZeros().scale())
                : 0;
    }
}
