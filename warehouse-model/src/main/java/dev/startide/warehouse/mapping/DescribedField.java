package dev.startide.warehouse.mapping;

import dev.startide.warehouse.mapping.Field.Presence;
import dev.startide.warehouse.schema.LogicalType;
import java.util.List;

/// A field as somebody else describes it, under the name that payloads call it by, whatever that is.
///
/// @param presence `REQUIRED` if every payload has it, and never null
/// @param description what it means; may be empty
public record DescribedField(String name, Content content, Presence presence, String description) {

    /// What the field holds.
    public sealed interface Content {

        /// A single value.
        ///
        /// @param allowed the only values it may have, as text; empty allows all
        record Value(LogicalType type, List<String> allowed) implements Content {
            public Value {
                allowed = List.copyOf(allowed);
            }
        }

        /// An object.
        record Members(List<DescribedField> fields) implements Content {
            public Members {
                fields = List.copyOf(fields);
            }
        }

        /// A list of objects, whose fields these are.
        record Elements(List<DescribedField> fields) implements Content {
            public Elements {
                fields = List.copyOf(fields);
            }
        }

        /// Something that no type can be read from.
        ///
        /// @param what it is, such as `a local timestamp, which has no time zone`
        record Unreadable(String what) implements Content {}
    }
}
