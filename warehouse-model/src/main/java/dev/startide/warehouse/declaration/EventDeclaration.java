package dev.startide.warehouse.declaration;

import java.util.List;

/// A type of event as it was written.
public record EventDeclaration(
        Written name,
        Written description,
        Written source,
        Written when,
        Written time,
        List<Written> identity,
        Written sequence,
        Section<FieldDeclaration> fields) {

    public EventDeclaration {
        identity = List.copyOf(identity);
    }
}
