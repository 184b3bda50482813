package dev.startide.domain.normalize;

import dev.startide.domain.normalize.Converted.Value;
import dev.startide.warehouse.schema.LogicalType;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.UUID;

/// Conversions into text and bytes.
final class TextConversions {

    private TextConversions() {}

    /// @param length the most code points
    static Converted toText(Scalar value, LogicalType type, int length) {
        return switch (value) {
            case Scalar.Text(String text) -> bounded(text, type, length);
            case Scalar.Whole(long number) -> bounded(Long.toString(number), type, length);
            case Scalar.Exact(BigDecimal number)
            when number.scale() == 0 -> bounded(number.toPlainString(), type, length);
            case Scalar.Exact _ ->
                Converted.mismatch(
                        type.sqlName(), "a decimal number, which can be written in several ways; declare it decimal");
            case Scalar.Id(UUID uuid) -> bounded(uuid.toString(), type, length);
            default -> Converted.mismatch(type.sqlName(), value.kind());
        };
    }

    static Converted toBytes(Scalar value, LogicalType type) {
        return switch (value) {
            case Scalar.Binary(byte[] bytes) -> new Value(bytes);
            case Scalar.Text(String text) -> fromBase64(text, type);
            default -> Converted.mismatch(type.sqlName(), value.kind());
        };
    }

    /// Whether a database can hold the text: no NUL character, and surrogates only in pairs.
    static boolean isStorable(String text) {
        for (int index = 0; index < text.length(); index++) {
            char each = text.charAt(index);
            if (each == 0) {
                return false;
            }
            if (Character.isSurrogate(each)) {
                boolean paired = Character.isHighSurrogate(each)
                        && index + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(index + 1));
                if (!paired) {
                    return false;
                }
                index++;
            }
        }
        return true;
    }

    private static Converted bounded(String text, LogicalType type, int length) {
        if (text.length() > length && text.codePointCount(0, text.length()) > length) {
            return Converted.outOfRange(type.sqlName(), "more characters");
        }
        return isStorable(text) ? new Value(text) : Converted.outOfRange(type.sqlName(), UNSTORABLE);
    }

    static final String UNSTORABLE = "text with a NUL character or half a surrogate pair";

    private static Converted fromBase64(String text, LogicalType type) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            boolean canonical = Base64.getEncoder().encodeToString(bytes).equals(text);
            return canonical ? new Value(bytes) : Converted.mismatch(type.sqlName(), "text that is not base64");
        } catch (IllegalArgumentException notBase64) {
            return Converted.mismatch(type.sqlName(), "text that is not base64");
        }
    }
}
