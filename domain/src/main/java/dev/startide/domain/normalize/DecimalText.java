package dev.startide.domain.normalize;

import dev.startide.domain.event.PayloadLimits;
import dev.startide.domain.normalize.Converted.Problem;
import dev.startide.domain.normalize.Converted.Value;
import dev.startide.domain.quality.Rejection.Reason;
import java.math.BigDecimal;

/// Reads numbers in the notation of JSON, within the limits on length and exponent.
public final class DecimalText {

    private static final int EXPONENT_DIGITS = 6;

    private DecimalText() {}

    /// Reads a number as a [BigDecimal], digit by digit.
    ///
    /// No sign but a minus, no zeros in front, no blanks: `007` and ` 7` are codes, not numbers.
    ///
    /// @param expected what was wanted, for the message
    public static Converted parse(String text, String expected) {
        if (text.length() > PayloadLimits.MAX_NUMBER_LENGTH) {
            return new Problem(
                    Reason.LIMIT_EXCEEDED,
                    "expected %s, found more than %d characters".formatted(expected, PayloadLimits.MAX_NUMBER_LENGTH));
        }
        int exponentAt = endOfMantissa(text);
        if (exponentAt < 0) {
            return Converted.mismatch(expected, "text that is not a number");
        }
        if (exponentAt == text.length()) {
            return new Value(new BigDecimal(text));
        }
        int digitsAt = endOfSign(text, exponentAt + 1);
        if (digitsAt == text.length() || endOfDigits(text, digitsAt) != text.length()) {
            return Converted.mismatch(expected, "text that is not a number");
        }
        return withinExponent(text, exponentAt, digitsAt, expected);
    }

    private static Converted withinExponent(String text, int exponentAt, int digitsAt, String expected) {
        boolean small = text.length() - digitsAt <= EXPONENT_DIGITS
                && Integer.parseInt(text.substring(digitsAt)) <= PayloadLimits.MAX_EXPONENT;
        if (!small) {
            return new Problem(
                    Reason.LIMIT_EXCEEDED,
                    "expected %s, found a number with an exponent beyond %d"
                            .formatted(expected, PayloadLimits.MAX_EXPONENT));
        }
        return new Value(new BigDecimal(text.substring(0, exponentAt))
                .scaleByPowerOfTen(Integer.parseInt(text.substring(exponentAt + 1))));
    }

    /// Where the exponent begins, the text's length if it has none, or -1 if it is no number.
    private static int endOfMantissa(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int end = endOfDigits(text, start);
        if (end == start || (text.charAt(start) == '0' && end > start + 1)) {
            return -1;
        }
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = end + 1;
            end = endOfDigits(text, fraction);
            if (end == fraction) {
                return -1;
            }
        }
        boolean complete = end == text.length() || text.charAt(end) == 'e' || text.charAt(end) == 'E';
        return complete ? end : -1;
    }

    private static int endOfSign(String text, int from) {
        boolean signed = from < text.length() && (text.charAt(from) == '+' || text.charAt(from) == '-');
        return signed ? from + 1 : from;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
