package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.ColumnName;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// A dimension: who, what, where or when a fact is about.
public sealed interface Dimension {

    DimensionName name();

    String description();

    /// A dimension whose members are the rows of an entity, with their history.
    ///
    /// @param of the entity whose changes make the history
    /// @param naturalKey the entity's key
    /// @param attributes the attributes shown, each with what a change of it does
    /// @param hierarchies ways to sum up by its attributes
    /// @param outriggers the other dimensions that it refers to
    record Members(
            DimensionName name,
            String description,
            EntityName of,
            List<Attribute> naturalKey,
            List<MemberAttribute> attributes,
            List<Hierarchy> hierarchies,
            List<Outrigger> outriggers)
            implements Dimension {

        public Members {
            naturalKey = List.copyOf(naturalKey);
            attributes = List.copyOf(attributes);
            hierarchies = List.copyOf(hierarchies);
            outriggers = List.copyOf(outriggers);
        }

        /// The same dimension with these references to others.
        public Members withOutriggers(List<Outrigger> references) {
            return new Members(name, description, of, naturalKey, attributes, hierarchies, references);
        }

        /// The attributes with this policy, in table order.
        public Stream<MemberAttribute> attributesThat(ChangePolicy policy) {
            return attributes.stream().filter(attribute -> attribute.onChange() == policy);
        }
    }

    /// An attribute of a member and what a change of it does.
    record MemberAttribute(Attribute attribute, ChangePolicy onChange) {

        public ColumnName name() {
            return attribute.name();
        }
    }

    /// The days, generated. Days outside the declared range are added when a fact names them.
    ///
    /// @param from the first day that is there from the start
    /// @param yearsAhead how many years beyond the current one are there from the start, 0 to 100
    record Calendar(DimensionName name, String description, LocalDate from, int yearsAhead) implements Dimension {

        /// Bounds the rows that are generated ahead.
        public static final int MAX_YEARS_AHEAD = 100;

        public Calendar {
            if (yearsAhead < 0 || yearsAhead > MAX_YEARS_AHEAD) {
                throw new IllegalArgumentException(
                        "years_ahead must be between 0 and %d, is %d".formatted(MAX_YEARS_AHEAD, yearsAhead));
            }
        }
    }
}
