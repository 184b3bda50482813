package dev.startide.warehouse.star;

import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import java.util.List;

/// A number that a fact measures.
///
/// @param unit what it is counted in, such as `EUR`; may be empty
public record Measure(
        ColumnName name,
        LogicalType type,
        Aggregation aggregation,
        Source source,
        String unit,
        String description,
        Additivity additivity) {

    /// A measure that is as additive as its aggregation suggests: sums are, all else is not.
    public Measure(
            ColumnName name,
            LogicalType type,
            Aggregation aggregation,
            Source source,
            String unit,
            String description) {
        this(name, type, aggregation, source, unit, description, aggregation.additivity());
    }

    /// How a measure may be summed up over rows.
    public enum Aggregation {
        SUM,
        MIN,
        MAX,
        AVG;

        /// What follows for sums, where nothing else is declared.
        public Additivity additivity() {
            return switch (this) {
                case SUM -> new Additivity.Additive();
                case MIN, MAX, AVG -> new Additivity.NotAdditive();
            };
        }
    }

    /// Where the value comes from.
    public sealed interface Source {

        /// The event field of the same name.
        record Input() implements Source {}

        /// An SQL expression, computed by the database, over fields that become columns of the fact
        /// as well.
        record Sql(String expression, List<Attribute> inputs) implements Source {
            public Sql {
                inputs = List.copyOf(inputs);
            }
        }
    }

    /// The fields that feed it.
    public List<Attribute> inputs() {
        return switch (source) {
            case Source.Input() -> List.of(new Attribute(name, type, description));
            case Source.Sql(var _, var inputs) -> inputs;
        };
    }
}
