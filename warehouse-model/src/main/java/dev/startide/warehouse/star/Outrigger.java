package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.ColumnName;
import java.util.List;

/// A dimension's reference to another one, as an account has its customer: an outrigger, or a
/// branch of a snowflake.
///
/// @param name the part that the other dimension plays, from which the key columns are named
/// @param dimension the dimension that is referred to
/// @param key the attributes that hold the natural key of its member, in its order; a change that
///     speaks of all of them speaks of the reference, and one that is null names no member
/// @param as what of the other member is shown
public record Outrigger(ColumnName name, DimensionName dimension, List<Attribute> key, As as) {

    /// What of the other member is shown.
    public enum As {
        /// The member, whatever its version: its durable key.
        CURRENT("current"),

        /// The version that holds, too: when another one begins, a version of the referring member
        /// begins.
        VERSION("version");

        private final String word;

        As(String word) {
            this.word = word;
        }

        /// What a model file calls it.
        public String word() {
            return word;
        }
    }

    public Outrigger {
        key = List.copyOf(key);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("Reference %s has no key".formatted(name));
        }
    }
}
