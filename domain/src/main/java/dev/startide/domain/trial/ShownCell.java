package dev.startide.domain.trial;

import dev.startide.warehouse.expectation.ExpectedRow.Cell;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What stands in a column, against what is expected there. Values are compared by what they mean:
/// `20` is `20.00`, and an instant is the same in any time zone.
final class ShownCell {

    /// Longer ones are no numbers that anybody writes; they cost time and memory.
    private static final int LONGEST_NUMBER = 1_000;

    private ShownCell() {}

    static boolean agrees(Cell expected, @Nullable Object actual) {
        return switch (expected) {
            case Cell.Null() -> actual == null;
            case Cell.Value(var text) -> actual != null && isRight(text, actual);
        };
    }

    private static boolean isRight(String expected, Object actual) {
        try {
            return switch (actual) {
                case BigDecimal number -> number.compareTo(number(expected)) == 0;
                case Double number -> number.equals(Double.valueOf(expected));
                case Number number -> BigDecimal.valueOf(number.longValue()).compareTo(number(expected)) == 0;
                case Instant instant ->
                    instant.equals(OffsetDateTime.parse(expected).toInstant());
                case LocalDate day -> day.equals(LocalDate.parse(expected));
                case LocalTime time -> time.equals(LocalTime.parse(expected));
                case UUID id -> id.equals(UUID.fromString(expected));
                default -> actual.toString().equals(expected);
            };
        } catch (IllegalArgumentException | DateTimeException otherKind) {
            return false;
        }
    }

    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text);
        if (text.length() > LONGEST_NUMBER || Math.abs(number.scale()) > LONGEST_NUMBER) {
            throw new NumberFormatException("too long");
        }
        return number;
    }

    /// The value as a reader is shown it.
    static String textOf(@Nullable Object actual) {
        return switch (actual) {
            case null -> "null";
            case BigDecimal number -> number.toPlainString();
            default -> actual.toString();
        };
    }

    static String textOf(Cell expected) {
        return switch (expected) {
            case Cell.Null() -> "null";
            case Cell.Value(var text) -> text;
        };
    }
}
