package dev.startide.warehouse.mapping;

import dev.startide.warehouse.schema.ColumnName;
import java.util.List;

/// A kind of event that a source carries.
///
/// @param when which of the source's events are of this kind; the first kind in the model that fits
///     is taken
/// @param time where the instant is found at which the event happened
/// @param identity the fields that identify the event among its kind; empty where the transport or
///     the content does
/// @param sequence how events of the same instant are ordered
/// @param unknown what becomes of what is not among its fields
public record EventType(
        EventName name,
        String description,
        SourceName source,
        Condition when,
        Time time,
        List<ColumnName> identity,
        Sequence sequence,
        FieldGroup fields,
        UnknownFields unknown) {

    /// An event whose time is a field, and whose unknown fields are ignored.
    public EventType(
            EventName name,
            String description,
            SourceName source,
            Condition when,
            ColumnName time,
            List<ColumnName> identity,
            Sequence sequence,
            FieldGroup fields) {
        this(name, description, source, when, new Time.ByField(time), identity, sequence, fields, UnknownFields.IGNORE);
    }

    public EventType {
        identity = List.copyOf(identity);
    }

    /// Which events are meant.
    public sealed interface Condition {

        /// All that no earlier kind of the same source has taken.
        record Always() implements Condition {}

        /// Those for which a CEL expression over `event` is true.
        record Cel(String expression) implements Condition {}
    }

    /// When an event happened.
    public sealed interface Time {

        /// When a field says.
        record ByField(ColumnName field) implements Time {}

        /// When the change was made that the event tells of: its envelope says so.
        record OfChange() implements Time {}
    }

    /// What orders events that happened at the same instant, before their identity does.
    public sealed interface Sequence {

        /// Nothing does.
        record None() implements Sequence {}

        /// A field with a growing whole number, such as a log sequence number.
        record ByField(ColumnName field) implements Sequence {}
    }
}
