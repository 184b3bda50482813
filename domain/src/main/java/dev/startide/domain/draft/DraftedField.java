package dev.startide.domain.draft;

import dev.startide.warehouse.mapping.Field;
import dev.startide.warehouse.mapping.Field.Presence;
import dev.startide.warehouse.mapping.NamedField;
import dev.startide.warehouse.schema.LogicalType;

/// A field of a draft.
///
/// @param because why it is taken for that, as half a sentence; empty where nothing was guessed
public record DraftedField(NamedField.Single named, String because) {

    public String name() {
        return named.name().value();
    }

    public LogicalType type() {
        return named.field().type();
    }

    /// Whether every event of the sample has it.
    public boolean isAlwaysThere() {
        return named.field().presence() == Presence.REQUIRED;
    }

    /// The same with another type.
    DraftedField as(LogicalType other, String why) {
        Field.Scalar field = named.field();
        return new DraftedField(
                new NamedField.Single(
                        named.path(),
                        new Field.Scalar(
                                field.name(),
                                other,
                                field.presence(),
                                field.value(),
                                field.allowed(),
                                field.description())),
                why);
    }
}
