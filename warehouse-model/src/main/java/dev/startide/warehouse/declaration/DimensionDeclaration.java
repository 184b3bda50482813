package dev.startide.warehouse.declaration;

import java.util.List;

/// A dimension as it was written.
public sealed interface DimensionDeclaration {

    Written name();

    /// A dimension that shows an entity.
    record Members(
            Written name,
            Written description,
            Written of,
            Section<AttributeDeclaration> attributes,
            List<Written> hierarchy)
            implements DimensionDeclaration {
        public Members {
            hierarchy = List.copyOf(hierarchy);
        }
    }

    /// A dimension of days.
    record Calendar(Written name, Written description, Written from, Written yearsAhead)
            implements DimensionDeclaration {}

    /// A dimension of which only the name could be read.
    record Unreadable(Written name) implements DimensionDeclaration {}

    /// An attribute and the number that says what a change of it does.
    record AttributeDeclaration(Written name, Written policy) {}
}
