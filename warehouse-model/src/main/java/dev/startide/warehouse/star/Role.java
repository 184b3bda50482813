package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.ColumnName;
import java.util.List;

/// The part that a dimension plays in a fact: the same dimension may play several.
public sealed interface Role {

    /// The name of the role, from which its key columns are named.
    ColumnName name();

    DimensionName dimension();

    /// The fields that feed it.
    List<Attribute> inputs();

    /// A member, found by its natural key, in the version that held at the fact's time.
    ///
    /// @param inputs the fields that hold the natural key, in its order
    record OfMember(ColumnName name, DimensionName dimension, List<Attribute> inputs) implements Role {
        public OfMember {
            inputs = List.copyOf(inputs);
        }
    }

    /// A day, found by a date or by an instant in the warehouse's time zone.
    record OfDay(ColumnName name, DimensionName dimension, Attribute day) implements Role {
        @Override
        public List<Attribute> inputs() {
            return List.of(day);
        }
    }
}
