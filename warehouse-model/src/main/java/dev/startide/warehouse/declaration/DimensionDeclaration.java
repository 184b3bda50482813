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
            Section<HierarchyDeclaration> hierarchies,
            Section<OutriggerDeclaration> references,
            Written deletes,
            Section<MiniDeclaration> minis)
            implements DimensionDeclaration {}

    /// A dimension of days.
    record Calendar(Written name, Written description, CalendarDeclaration calendar) implements DimensionDeclaration {}

    /// A dimension of times of day.
    record TimeOfDay(Written name, Written description, Written every) implements DimensionDeclaration {}

    /// A dimension of combinations.
    record Junk(Written name, Written description, List<Written> fields) implements DimensionDeclaration {
        public Junk {
            fields = List.copyOf(fields);
        }
    }

    /// A dimension of which only the name could be read.
    record Unreadable(Written name) implements DimensionDeclaration {}

    /// Attributes from the coarsest to the finest.
    record HierarchyDeclaration(Written name, List<Written> levels) {
        public HierarchyDeclaration {
            levels = List.copyOf(levels);
        }
    }

    /// Attributes that are kept apart.
    record MiniDeclaration(Written name, List<Written> attributes) {
        public MiniDeclaration {
            attributes = List.copyOf(attributes);
        }
    }

    /// A reference to another dimension.
    ///
    /// @param name what it was written under
    record OutriggerDeclaration(Written name, Written dimension, List<Written> key, Written as) {
        public OutriggerDeclaration {
            key = List.copyOf(key);
        }
    }

    /// An attribute and the number that says what a change of it does.
    record AttributeDeclaration(Written name, Written policy) {}
}
