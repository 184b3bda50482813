package dev.startide.warehouse.declaration;

import java.util.List;

/// An entity as it was written.
///
/// @param deletedBy the events that say that one is gone
/// @param each the list of the event whose elements it is made from; nothing where whole events
///     make it
/// @param formerly the fields with the key that one had before; none if keys do not change
public record EntityDeclaration(
        Written name,
        Written description,
        List<Written> from,
        List<Written> deletedBy,
        Written each,
        List<Written> key,
        List<Written> formerly,
        Section<ReferenceDeclaration> references) {

    public EntityDeclaration {
        from = List.copyOf(from);
        deletedBy = List.copyOf(deletedBy);
        key = List.copyOf(key);
        formerly = List.copyOf(formerly);
    }

    /// A reference to another entity.
    ///
    /// @param name what it was written under
    public record ReferenceDeclaration(Written name, List<Written> columns, Written target) {
        public ReferenceDeclaration {
            columns = List.copyOf(columns);
        }
    }
}
