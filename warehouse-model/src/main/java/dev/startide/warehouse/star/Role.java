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

    /// The member that a fact points at which names none: unknown or not applicable.
    SpecialMember missing();

    /// Whether the members of a dimension have to be known for this role: those of its own
    /// dimension, or what they had of a mini-dimension.
    default boolean looksUp(DimensionName wanted) {
        return dimension().equals(wanted)
                || (this instanceof OfMember member
                        && member.combinations().stream()
                                .anyMatch(combination -> combination.trail().equals(wanted)));
    }

    /// A member, found by its natural key, in the version that held at the fact's time.
    ///
    /// @param inputs the fields that hold the natural key, in its order
    /// @param form what the natural key looks like
    /// @param combinations what the member had at that time, of each mini-dimension
    record OfMember(
            ColumnName name,
            DimensionName dimension,
            List<Attribute> inputs,
            KeyForm form,
            SpecialMember missing,
            List<Combination> combinations)
            implements Role {

        public OfMember {
            inputs = List.copyOf(inputs);
            combinations = List.copyOf(combinations);
        }

        /// A role without mini-dimensions.
        public OfMember(
                ColumnName name, DimensionName dimension, List<Attribute> inputs, KeyForm form, SpecialMember missing) {
            this(name, dimension, inputs, form, missing, List.of());
        }

        /// A role with any keys, whose facts point at the unknown member where they name none.
        public OfMember(ColumnName name, DimensionName dimension, List<Attribute> inputs) {
            this(name, dimension, inputs, new KeyForm.Any(), SpecialMember.UNKNOWN);
        }
    }

    /// The combination of a mini-dimension that a member had.
    ///
    /// @param name from which its key column is named
    /// @param dimension the mini-dimension
    /// @param trail which combination members had when
    record Combination(ColumnName name, DimensionName dimension, DimensionName trail) {}

    /// A day, found by a date or by an instant in a time zone.
    ///
    /// @param zone which day an instant belongs to
    record OfDay(ColumnName name, DimensionName dimension, Attribute day, Zone zone, SpecialMember missing)
            implements Role {

        /// A role in the time zone of the warehouse, whose facts point at the unknown day where
        /// they name none.
        public OfDay(ColumnName name, DimensionName dimension, Attribute day) {
            this(name, dimension, day, new Zone.OfWarehouse(), SpecialMember.UNKNOWN);
        }

        @Override
        public List<Attribute> inputs() {
            return List.of(day);
        }
    }

    /// A time of day, found by a time or by an instant in a time zone.
    ///
    /// @param every how far the dimension's times are apart
    /// @param zone which time of day an instant is
    record OfTime(
            ColumnName name,
            DimensionName dimension,
            Attribute time,
            Dimension.Step every,
            Zone zone,
            SpecialMember missing)
            implements Role {

        @Override
        public List<Attribute> inputs() {
            return List.of(time);
        }
    }

    /// A combination of flags, which may be null each.
    ///
    /// @param inputs the dimension's fields
    record OfJunk(ColumnName name, DimensionName dimension, List<Attribute> inputs) implements Role {
        public OfJunk {
            inputs = List.copyOf(inputs);
        }

        /// There is always a combination.
        @Override
        public SpecialMember missing() {
            return SpecialMember.UNKNOWN;
        }
    }

    /// The members of a list, each in the version that held at the fact's time and with a weight.
    ///
    /// @param list the list of the event
    /// @param key the fields of an element that hold the natural key, in its order
    record OfBridge(
            ColumnName name,
            DimensionName dimension,
            ColumnName list,
            List<Attribute> key,
            Weight weight,
            KeyForm form,
            SpecialMember missing)
            implements Role {

        public OfBridge {
            key = List.copyOf(key);
        }

        /// None but the list, which is no single value.
        @Override
        public List<Attribute> inputs() {
            return List.of();
        }

        /// One of the members, as a role of its own.
        public OfMember ofOne() {
            return new OfMember(name, dimension, key, form, missing);
        }
    }
}
