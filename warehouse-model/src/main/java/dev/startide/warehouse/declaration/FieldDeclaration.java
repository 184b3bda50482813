package dev.startide.warehouse.declaration;

import java.util.List;

/// A field of an event, or of an element inside it, as it was written.
public sealed interface FieldDeclaration {

    Written name();

    /// One value.
    ///
    /// @param value a CEL expression; nothing where the payload has the field under its own name
    record Single(
            Written name, Written type, Written required, Written value, List<Written> allowed, Written description)
            implements FieldDeclaration {
        public Single {
            allowed = List.copyOf(allowed);
        }
    }

    /// A list of elements.
    record Repeated(Written name, Section<FieldDeclaration> element) implements FieldDeclaration {}
}
