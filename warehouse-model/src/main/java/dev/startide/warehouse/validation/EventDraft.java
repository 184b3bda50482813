package dev.startide.warehouse.validation;

import dev.startide.warehouse.declaration.EventDeclaration;
import dev.startide.warehouse.declaration.Written;
import dev.startide.warehouse.mapping.EventName;
import dev.startide.warehouse.mapping.EventType;
import dev.startide.warehouse.mapping.Source.PayloadFormat;
import dev.startide.warehouse.mapping.SourceName;
import dev.startide.warehouse.mapping.UnknownFields;
import dev.startide.warehouse.schema.ColumnName;

/// An event with its fields, while the rest of the model is still being read.
///
/// @param format what the payloads of its source are
record EventDraft(
        EventDeclaration declaration, PayloadFormat format, Catalogue<FieldDraft> fields, UnknownFields unknown) {

    /// Whether it tells of rows of a table, which may also be gone.
    boolean isOfChanges() {
        return format == PayloadFormat.DEBEZIUM;
    }

    EventName name() {
        return new EventName(declaration.name().text());
    }

    /// The type of event, once everything about it is known to be right.
    EventType toEvent() {
        Written when = declaration.when();
        Written sequence = declaration.sequence();
        return new EventType(
                name(),
                declaration.description().text(),
                new SourceName(declaration.source().text()),
                when.isPresent() ? new EventType.Condition.Cel(when.text()) : new EventType.Condition.Always(),
                declaration.time().isPresent()
                        ? new EventType.Time.ByField(
                                new ColumnName(declaration.time().text()))
                        : new EventType.Time.OfChange(),
                declaration.identity().stream()
                        .map(field -> new ColumnName(field.text()))
                        .toList(),
                sequence.isPresent()
                        ? new EventType.Sequence.ByField(new ColumnName(sequence.text()))
                        : new EventType.Sequence.None(),
                FieldDraft.group(fields),
                unknown);
    }
}
