package dev.startide.domain.normalize;

import dev.startide.domain.normalize.Converted.Value;
import dev.startide.warehouse.schema.LogicalType;
import java.util.UUID;

/// The one table of what converts into what. `docs/types.md` shows it.
///
/// Nothing is lost silently: a value fits exactly or there is a problem. Exact numbers never pass
/// through floating point. Pure and fast enough to be called for every value of every event.
public final class Conversions {

    private Conversions() {}

    /// Converts a value into the Java class of a logical type.
    public static Converted convert(Scalar value, LogicalType type) {
        return switch (type) {
            case LogicalType.Text() -> TextConversions.toText(value, type, Integer.MAX_VALUE);
            case LogicalType.Varchar(int length) -> TextConversions.toText(value, type, length);
            case LogicalType.Int() -> NumberConversions.toInt(value, type);
            case LogicalType.BigInt() -> NumberConversions.toBigInt(value, type);
            case LogicalType.Decimal(int precision, int scale) ->
                NumberConversions.toDecimal(value, type, precision, scale);
            case LogicalType.Floating() -> NumberConversions.toDouble(value, type);
            case LogicalType.Bool() -> toBool(value, type);
            case LogicalType.Date() -> TimeConversions.toDate(value, type);
            case LogicalType.Time() -> TimeConversions.toTime(value, type);
            case LogicalType.Timestamp() -> TimeConversions.toTimestamp(value, type);
            case LogicalType.Uuid() -> toUuid(value, type);
            case LogicalType.Json() -> JsonText.of(value);
            case LogicalType.Bytes() -> TextConversions.toBytes(value, type);
        };
    }

    private static Converted toBool(Scalar value, LogicalType type) {
        return switch (value) {
            case Scalar.Truth(boolean truth) -> new Value(truth);
            case Scalar.Text(String text) when text.equals("true") -> new Value(true);
            case Scalar.Text(String text) when text.equals("false") -> new Value(false);
            default -> Converted.mismatch(type.sqlName(), value.kind());
        };
    }

    private static Converted toUuid(Scalar value, LogicalType type) {
        return switch (value) {
            case Scalar.Id(UUID uuid) -> new Value(uuid);
            case Scalar.Text(String text) when isUuid(text) -> new Value(UUID.fromString(text));
            case Scalar.Text _ -> Converted.mismatch(type.sqlName(), "text of another form");
            default -> Converted.mismatch(type.sqlName(), value.kind());
        };
    }

    /// [UUID#fromString] also takes shorter groups, and fills them up.
    private static boolean isUuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int index = 0; index < 36; index++) {
            char each = text.charAt(index);
            boolean fits = (index == 8 || index == 13 || index == 18 || index == 23)
                    ? each == '-'
                    : each < 128 && Character.digit(each, 16) >= 0;
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
