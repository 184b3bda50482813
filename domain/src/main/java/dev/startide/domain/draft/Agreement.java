package dev.startide.domain.draft;

import dev.startide.warehouse.schema.LogicalType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives fields of one name one type, whichever events have them: they are to be one column.
final class Agreement {

    /// By the name of a list, or nothing, and the name of the field.
    private final Map<List<String>, LogicalType> types = new HashMap<>();

    private Agreement() {}

    static List<DraftedEvent> of(List<DraftedEvent> events) {
        Agreement agreement = new Agreement();
        for (DraftedEvent event : events) {
            agreement.take("", event.fields());
            event.lists().forEach(list -> agreement.take(list.name(), list.fields()));
        }
        return events.stream().map(agreement::agreed).toList();
    }

    private void take(String list, List<DraftedField> fields) {
        fields.forEach(field -> types.merge(List.of(list, field.name()), field.type(), Agreement::both));
    }

    private DraftedEvent agreed(DraftedEvent event) {
        return event.withFields(
                agreed("", event.fields()),
                event.lists().stream()
                        .map(list -> new DraftedList(list.name(), agreed(list.name(), list.fields())))
                        .toList());
    }

    private List<DraftedField> agreed(String list, List<DraftedField> fields) {
        return fields.stream().map(field -> agreed(field, list)).toList();
    }

    private DraftedField agreed(DraftedField field, String list) {
        LogicalType type = types.getOrDefault(List.of(list, field.name()), field.type());
        return type.equals(field.type()) ? field : field.as(type, "other events say more of it");
    }

    /// A type that values of both can be read as.
    private static LogicalType both(LogicalType one, LogicalType other) {
        if (one.equals(other)) {
            return one;
        }
        if (!one.isNumeric() || !other.isNumeric()) {
            return new LogicalType.Json();
        }
        if (one instanceof LogicalType.Floating || other instanceof LogicalType.Floating) {
            return new LogicalType.Floating();
        }
        if (isWhole(one) && isWhole(other)) {
            return new LogicalType.BigInt();
        }
        int scale = Math.max(scale(one), scale(other));
        int before = Math.max(digits(one) - scale(one), digits(other) - scale(other));
        return new LogicalType.Decimal(Math.min(before + scale, LogicalType.MAX_PRECISION), scale);
    }

    private static boolean isWhole(LogicalType type) {
        return type instanceof LogicalType.Int || type instanceof LogicalType.BigInt;
    }

    private static int digits(LogicalType type) {
        return type instanceof LogicalType.Decimal(int precision, var _) ? precision : 19;
    }

    private static int scale(LogicalType type) {
        return type instanceof LogicalType.Decimal(var _, int scale) ? scale : 0;
    }
}
