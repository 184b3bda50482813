package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How far the periods of a periodic fact have been filled: a table with one row at most.
///
/// A row is [#ID], [#FILLED_UNTIL], [#FILLING_UNTIL], and the grain of the changes up to which the
/// latter holds already; null if none does.
public record FactHorizon(Fact fact, Table table) {

    /// The only row has 1.
    public static final ColumnName ID = column("_id");

    /// Periods that end by the beginning of this day have their rows.
    public static final ColumnName FILLED_UNTIL = column("_filled_until");

    /// What is being reached, grain by grain; the same day while nothing is going on.
    public static final ColumnName FILLING_UNTIL = column("_filling_until");

    /// The index of the first value of the grain.
    public static final int GRAIN_AT = 3;

    private static final String SUFFIX = "__horizon";

    /// The horizon of a periodic fact; other facts have none.
    static Optional<FactHorizon> of(Fact fact, Schemas schemas) {
        return fact.kind() instanceof FactKind.Periodic
                ? Optional.of(new FactHorizon(fact, table(fact, schemas)))
                : Optional.empty();
    }

    private static Table table(Fact fact, Schemas schemas) {
        LogicalType day = new LogicalType.Date();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.required(ID, new LogicalType.Int(), "Always 1"));
        columns.add(Column.required(FILLED_UNTIL, day, "Periods that end by this day have their rows"));
        columns.add(Column.required(FILLING_UNTIL, day, "The day that is being reached"));
        fact.grain().forEach(grain -> columns.add(EntityLayout.optional(grain)));
        return new Table(
                new TableName(schemas.normalized(), fact.name() + SUFFIX),
                columns,
                List.of(ID),
                List.of(),
                List.of(),
                "How far the periods of %s have been filled".formatted(fact.name()));
    }
}
