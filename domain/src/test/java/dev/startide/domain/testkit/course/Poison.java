package dev.startide.domain.testkit.course;

import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.schema.LogicalType;

/// Events that can be read, but whose rows no database takes: there is a NUL in a key. (Elsewhere
/// it would be written or not, depending on what else is in its batch.)
public final class Poison {

    private static final String POISON = "p\0";

    private Poison() {}

    /// The same event of a key that no database takes; the event itself if no text identifies it.
    public static TypedEventBuilder in(TypedEventBuilder event) {
        return event.type().fields().fields().stream()
                .filter(field -> field instanceof Field.Scalar scalar
                        && scalar.type() instanceof LogicalType.Text
                        && scalar.presence() == Field.Presence.REQUIRED)
                .findFirst()
                .map(field -> event.with(field.name().value(), POISON))
                .orElse(event);
    }

    static boolean isIn(TypedEventBuilder event) {
        return event.said().containsValue(POISON);
    }
}
