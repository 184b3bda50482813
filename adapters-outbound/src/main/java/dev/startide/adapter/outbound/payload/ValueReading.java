package dev.startide.adapter.outbound.payload;

import dev.startide.adapter.outbound.payload.GroupPlan.SlotPlan;
import dev.startide.domain.normalize.Converted;
import dev.startide.domain.normalize.JsonText;
import dev.startide.domain.normalize.Scalar;
import dev.startide.domain.quality.Rejection.Reason;
import dev.startide.warehouse.schema.LogicalType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/// How single values become those of their declared type.
@FunctionalInterface
interface ValueReading {

    /// As [the table of types](../docs/types.md) says.
    ValueReading DECLARED = (slot, value) -> slot.conversion().convert(value);

    /// The same for envelopes without their schema part, whose values do not say what they are:
    /// a whole number is a day where a day is declared, because all connectors count days; a text
    /// is the document that it spells. What may be one thing or another is neither.
    ValueReading UNTYPED = ValueReading::untyped;

    Converted convert(SlotPlan.Single slot, Scalar value);

    private static Converted untyped(SlotPlan.Single slot, Scalar value) {
        return switch (slot.type()) {
            case LogicalType.Date() when value instanceof Scalar.Whole(long days) -> day(slot, days);
            case LogicalType.Timestamp() when value instanceof Scalar.Whole -> withoutUnit(slot);
            case LogicalType.Time() when value instanceof Scalar.Whole -> withoutUnit(slot);
            case LogicalType.Json() when value instanceof Scalar.Text -> document(slot, value);
            case LogicalType type
            when type.isNumeric() && value instanceof Scalar.Text(String text) && mayBeBase64(text) ->
                new Converted.Problem(
                        Reason.TYPE_MISMATCH,
                        "expected %s, found text that may be a number or, as base64, another one; %s"
                                .formatted(type.sqlName(), REMEDY));
            case LogicalType _ -> slot.conversion().convert(value);
        };
    }

    String REMEDY = "have the connector send schemas, or decimals and times as text";
    Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");
    int BASE64_BLOCK = 4;

    private static boolean mayBeBase64(String text) {
        return text.length() % BASE64_BLOCK == 0 && BASE64.matcher(text).matches();
    }

    private static Converted day(SlotPlan.Single slot, long days) {
        try {
            return slot.conversion().convert(new Scalar.Day(LocalDate.ofEpochDay(days)));
        } catch (DateTimeException beyond) {
            return slot.conversion().convert(new Scalar.Other("a day beyond all calendars"));
        }
    }

    private static Converted withoutUnit(SlotPlan.Single slot) {
        return new Converted.Problem(
                Reason.TYPE_MISMATCH,
                "expected %s, found a whole number, whose unit is not known without the schema part; %s"
                        .formatted(slot.type().sqlName(), REMEDY));
    }

    private static Converted document(SlotPlan.Single slot, Scalar text) {
        Object tree = ColumnMeaning.document(text);
        return tree instanceof Scalar scalar ? slot.conversion().convert(scalar) : JsonText.ofTree(tree);
    }
}
