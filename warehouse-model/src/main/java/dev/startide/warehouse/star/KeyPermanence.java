package dev.startide.warehouse.star;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.schema.ColumnName;
import java.util.List;

/// Whether an entity keeps its key for ever.
public sealed interface KeyPermanence {

    /// It does: what identifies it is what events call it by.
    record Lasting() implements KeyPermanence {}

    /// It may come to be known by another key. What identifies it is the least of all its keys,
    /// and the key that events call it by is an attribute.
    ///
    /// @param said the attributes that events call it by
    /// @param formerly the attributes that hold the key that it had before, in the same order
    record Changing(List<Attribute> said, List<ColumnName> formerly) implements KeyPermanence {

        /// Names of models begin with a letter, so that no attribute has such a name.
        private static final String PREFIX = "_member_";

        public Changing {
            said = List.copyOf(said);
            formerly = List.copyOf(formerly);
            if (said.size() != formerly.size()) {
                throw new IllegalArgumentException(
                        "A key of %d parts has %d parts before".formatted(said.size(), formerly.size()));
            }
        }

        /// The attributes that identify an entity with such a key.
        public static List<Attribute> identity(List<Attribute> said) {
            return said.stream()
                    .map(part -> new Attribute(
                            column(identity(part.name().value())),
                            part.type(),
                            "The least of all %s that it was ever known by".formatted(part.name())))
                    .toList();
        }

        /// The name of the column that identifies, for one that events call it by.
        public static String identity(String said) {
            return PREFIX + said;
        }

        /// Whether a column identifies entities whose keys change.
        public static boolean isIdentity(ColumnName name) {
            return name.value().startsWith(PREFIX);
        }
    }
}
