package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.ColumnName;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
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
    /// @param deletes what becomes of a member that is gone
    /// @param minis attributes that are kept apart, because they change too often
    record Members(
            DimensionName name,
            String description,
            EntityName of,
            List<Attribute> naturalKey,
            List<MemberAttribute> attributes,
            List<Hierarchy> hierarchies,
            List<Outrigger> outriggers,
            Deletes deletes,
            List<MiniDimension> minis)
            implements Dimension {

        /// A dimension without mini-dimensions.
        public Members(
                DimensionName name,
                String description,
                EntityName of,
                List<Attribute> naturalKey,
                List<MemberAttribute> attributes,
                List<Hierarchy> hierarchies,
                List<Outrigger> outriggers,
                Deletes deletes) {
            this(name, description, of, naturalKey, attributes, hierarchies, outriggers, deletes, List.of());
        }

        /// A dimension whose members end when they are gone.
        public Members(
                DimensionName name,
                String description,
                EntityName of,
                List<Attribute> naturalKey,
                List<MemberAttribute> attributes,
                List<Hierarchy> hierarchies,
                List<Outrigger> outriggers) {
            this(name, description, of, naturalKey, attributes, hierarchies, outriggers, Deletes.CLOSE);
        }

        public Members {
            naturalKey = List.copyOf(naturalKey);
            attributes = List.copyOf(attributes);
            hierarchies = List.copyOf(hierarchies);
            outriggers = List.copyOf(outriggers);
            minis = List.copyOf(minis);
        }

        /// The same dimension with these attributes kept apart.
        public Members withMinis(List<MiniDimension> apart) {
            return new Members(name, description, of, naturalKey, attributes, hierarchies, outriggers, deletes, apart);
        }

        /// The same dimension with these references to others.
        public Members withOutriggers(List<Outrigger> references) {
            return new Members(name, description, of, naturalKey, attributes, hierarchies, references, deletes, minis);
        }

        /// The same dimension with this done about members that are gone.
        public Members withDeletes(Deletes done) {
            return new Members(name, description, of, naturalKey, attributes, hierarchies, outriggers, done, minis);
        }

        /// Whether its members may come to be known by other keys.
        public boolean hasChangingKeys() {
            return naturalKey.stream().map(Attribute::name).anyMatch(KeyPermanence.Changing::isIdentity);
        }

        /// The columns that show its attributes, in table order.
        public List<MemberColumn> columns() {
            return attributes.stream()
                    .flatMap(attribute -> MemberColumn.of(attribute).stream())
                    .toList();
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

    /// Combinations of flags, generated: one row for each combination that a fact has.
    ///
    /// @param fields the flags, at least one
    record Junk(DimensionName name, String description, List<Attribute> fields) implements Dimension {
        public Junk {
            fields = List.copyOf(fields);
        }
    }

    /// The times of a day, generated.
    record TimeOfDay(DimensionName name, String description, Step every) implements Dimension {}

    /// How far the times of a day are apart.
    enum Step {
        MINUTE(1),
        HOUR(60);

        private final int minutes;

        Step(int minutes) {
            this.minutes = minutes;
        }

        public int minutes() {
            return minutes;
        }

        /// The time of day that a row stands for which holds this instant of the day.
        public LocalTime floor(LocalTime time) {
            return time.truncatedTo(this == HOUR ? ChronoUnit.HOURS : ChronoUnit.MINUTES);
        }
    }

    /// The days, generated. Days outside the declared range are added when a fact names them.
    ///
    /// @param from the first day that is there from the start
    /// @param yearsAhead how many years beyond the current one are there from the start, 0 to 100
    record Calendar(
            DimensionName name,
            String description,
            LocalDate from,
            int yearsAhead,
            FiscalYear fiscalYear,
            Holidays holidays)
            implements Dimension {

        /// Bounds the rows that are generated ahead.
        public static final int MAX_YEARS_AHEAD = 100;

        /// A calendar without fiscal years and holidays.
        public Calendar(DimensionName name, String description, LocalDate from, int yearsAhead) {
            this(name, description, from, yearsAhead, new FiscalYear.None(), new Holidays.None());
        }

        public Calendar {
            if (yearsAhead < 0 || yearsAhead > MAX_YEARS_AHEAD) {
                throw new IllegalArgumentException(
                        "years_ahead must be between 0 and %d, is %d".formatted(MAX_YEARS_AHEAD, yearsAhead));
            }
        }
    }
}
