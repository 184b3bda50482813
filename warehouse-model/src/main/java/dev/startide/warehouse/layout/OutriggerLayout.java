package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.Index;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Outrigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The columns of a reference to another dimension: the natural key that was said, which the
/// platform needs to go on, the key of the version where versions are shown, the durable key.
///
/// @param at the index of the first of these values in a row of the referring dimension
public record OutriggerLayout(Outrigger outrigger, int at) {

    private static final LogicalType KEY = new LogicalType.BigInt();

    /// The references of a dimension, whose values begin at an index of its rows.
    static List<OutriggerLayout> of(Dimension.Members dimension, int start) {
        List<OutriggerLayout> layouts = new ArrayList<>();
        int at = start;
        for (Outrigger outrigger : dimension.outriggers()) {
            OutriggerLayout layout = new OutriggerLayout(outrigger, at);
            layouts.add(layout);
            at += layout.width();
        }
        return layouts;
    }

    /// How many values the references of a dimension have in a row.
    static int widthOf(Dimension.Members dimension) {
        return of(dimension, 0).stream().mapToInt(OutriggerLayout::width).sum();
    }

    /// How many values it has in a row.
    public int width() {
        return durableKeyAt() + 1 - at;
    }

    /// How many values the natural key has; they come first, all of them null if no member is
    /// named.
    public int naturalKeyWidth() {
        return outrigger.key().size();
    }

    /// The index of the key of the version, where versions are shown; else of the durable key.
    public int keyAt() {
        return at + naturalKeyWidth();
    }

    /// The index of the durable key.
    public int durableKeyAt() {
        return switch (outrigger.as()) {
            case CURRENT -> keyAt();
            case VERSION -> keyAt() + 1;
        };
    }

    /// The column with the key of the version that is referred to.
    public static ColumnName keyOf(Outrigger outrigger) {
        return column(outrigger.name() + "_key");
    }

    /// The column with the durable key of the member that is referred to.
    public static ColumnName durableKeyOf(Outrigger outrigger) {
        return column(outrigger.name() + "_durable_key");
    }

    /// The column with a part of the natural key. Two underscores keep it apart from columns that a
    /// model names.
    public static ColumnName naturalKeyOf(Outrigger outrigger, ColumnName part) {
        return column("_" + outrigger.name() + "__" + part);
    }

    /// Fills the values of a special member, which refers to the special member of the same key.
    ///
    /// @param row a row of the referring dimension
    public void refer(@Nullable Object[] row, long special) {
        for (int index = keyAt(); index <= durableKeyAt(); index++) {
            row[index] = special;
        }
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Attribute part : outrigger.key()) {
            columns.add(Column.optional(
                    naturalKeyOf(outrigger, part.name()),
                    part.type(),
                    "What was said of the %s: %s".formatted(outrigger.name(), part.name())));
        }
        if (outrigger.as() == Outrigger.As.VERSION) {
            columns.add(Column.required(
                    keyOf(outrigger), KEY, "Version of the %s while this version holds".formatted(outrigger.name())));
        }
        columns.add(Column.required(
                durableKeyOf(outrigger), KEY, "The %s, whatever the version".formatted(outrigger.name())));
        return columns;
    }

    /// A durable key stands in many rows of its dimension, so that only a version can be enforced.
    Optional<ForeignKey> foreignKey(Schemas schemas) {
        DimensionName target = outrigger.dimension();
        return switch (outrigger.as()) {
            case CURRENT -> Optional.empty();
            case VERSION ->
                Optional.of(new ForeignKey(
                        List.of(keyOf(outrigger)),
                        MemberLayout.tableOf(target, schemas.star()),
                        List.of(MemberLayout.keyOf(target))));
        };
    }

    /// Finds the members that refer to a member; and the rows that refer to a version, so that one
    /// can be deleted.
    List<Index> indexes() {
        Index byMember = Index.plain(List.of(durableKeyOf(outrigger)));
        return switch (outrigger.as()) {
            case CURRENT -> List.of(byMember);
            case VERSION -> List.of(Index.plain(List.of(keyOf(outrigger))), byMember);
        };
    }
}
