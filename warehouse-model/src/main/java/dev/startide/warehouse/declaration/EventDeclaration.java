package dev.startide.warehouse.declaration;

import java.util.List;

/// A type of event as it was written.
///
/// @param extent whether all that was meant to be written of it could be read
public record EventDeclaration(
        Written name,
        Written description,
        Written source,
        Written when,
        Written time,
        List<Written> identity,
        Written sequence,
        Section<FieldDeclaration> fields,
        Written unknown,
        Section.Extent extent) {

    public EventDeclaration {
        identity = List.copyOf(identity);
    }
}
