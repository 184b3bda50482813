package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.WarehouseModel;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactKind;
import dev.startide.warehouse.star.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is kept of a fact beside its own table, because rows alone do not tell enough: natural keys
/// instead of keys, so that it outlives the rows.
///
/// A row is the grain, for stored changes their order (three values), the slots of a change, see
/// [FactLayout#slots], the names of roles whose slots are invalid, and an ending that depends on
/// the kind.
public record FactMemory(Fact fact, Kind kind, Table table) {

    /// What is kept.
    public enum Kind {
        /// What was last said of facts that are gone: an older statement must not revive them, a
        /// newer one brings back what it does not speak of. The ending is [Bookkeeping].
        GONE,

        /// All changes, from which rows are computed. The ending is [ChangeLayout#SAID_NULL],
        /// [EntityLayout#IS_DELETED], lane and position.
        CHANGES
    }

    /// Comma-separated names of the roles in which something was said that can be no key.
    public static final ColumnName INVALID = column("_invalid");

    private static final String GONE = "__gone";
    private static final String CHANGES = "__fact_change";
    private static final int ORDER_WIDTH = 3;

    /// The longest ending that is added to the name of a fact.
    public static final int LONGEST_ENDING = CHANGES.length();

    /// What has to be kept of a fact; nothing of one whose rows tell everything.
    static Optional<FactMemory> of(Fact fact, WarehouseModel model, Schemas schemas) {
        boolean canBeGone = model.factFeeds().stream()
                .anyMatch(feed ->
                        feed.target().equals(fact.name()) && feed.effect().mayDelete());
        return switch (fact.kind()) {
            case FactKind.Transaction(var changes) ->
                switch (changes) {
                    case UPDATE -> canBeGone ? Optional.of(gone(fact, schemas)) : Optional.empty();
                    case NEVER -> Optional.empty();
                    case REVERSE -> Optional.of(changes(fact, schemas));
                };
            case FactKind.Periodic _ -> Optional.of(changes(fact, schemas));
            case FactKind.Accumulating _ -> canBeGone ? Optional.of(gone(fact, schemas)) : Optional.empty();
        };
    }

    /// How many values of a row are the grain.
    public int grainWidth() {
        return fact.grain().size();
    }

    /// The index of the first value of the slots.
    public int slotsAt() {
        return grainWidth()
                + switch (kind) {
                    case GONE -> 0;
                    case CHANGES -> ORDER_WIDTH;
                };
    }

    /// The index of [#INVALID]; the slots stand before it.
    public int invalidAt() {
        return endingAt() - 1;
    }

    /// The index of the first value of the ending.
    public int endingAt() {
        return table.columns().size()
                - switch (kind) {
                    case GONE -> Bookkeeping.COUNT;
                    case CHANGES -> 4;
                };
    }

    private static FactMemory gone(Fact fact, Schemas schemas) {
        List<Column> columns = grain(fact);
        columns.addAll(slots(fact));
        columns.addAll(Bookkeeping.columns());
        Table table = new Table(
                new TableName(schemas.normalized(), fact.name() + GONE),
                columns,
                EntityLayout.names(fact.grain()),
                List.of(),
                List.of(),
                "What was last said of each %s that is gone".formatted(fact.name()));
        return new FactMemory(fact, Kind.GONE, table);
    }

    private static FactMemory changes(Fact fact, Schemas schemas) {
        List<Column> columns = grain(fact);
        columns.add(Column.required(Bookkeeping.CHANGED_AT, new LogicalType.Timestamp(), "When the change happened"));
        columns.add(Column.required(
                Bookkeeping.CHANGE_SEQUENCE, new LogicalType.BigInt(), "Orders changes of the same instant"));
        columns.add(Column.required(Bookkeeping.CHANGE_ID, new LogicalType.Uuid(), "Digest of the event"));
        columns.addAll(slots(fact));
        columns.add(Column.optional(ChangeLayout.SAID_NULL, new LogicalType.Text(), "What was said to have no value"));
        columns.add(Column.required(
                EntityLayout.IS_DELETED, new LogicalType.Bool(), "Whether the change says that it is gone"));
        columns.add(Column.required(Bookkeeping.LANE, new LogicalType.Int(), "Raw log lane of the event"));
        columns.add(Column.required(Bookkeeping.POSITION, new LogicalType.BigInt(), "Raw log position of the event"));
        List<ColumnName> primaryKey = new ArrayList<>(EntityLayout.names(fact.grain()));
        primaryKey.addAll(List.of(Bookkeeping.CHANGED_AT, Bookkeeping.CHANGE_SEQUENCE, Bookkeeping.CHANGE_ID));
        Table table = new Table(
                new TableName(schemas.normalized(), fact.name() + CHANGES),
                columns,
                primaryKey,
                List.of(),
                List.of(),
                "Every change of %s, from which its rows are computed".formatted(fact.name()));
        return new FactMemory(fact, Kind.CHANGES, table);
    }

    private static List<Column> grain(Fact fact) {
        List<Column> columns = new ArrayList<>();
        fact.grain().forEach(grain -> columns.add(Column.required(grain.name(), grain.type(), grain.description())));
        return columns;
    }

    private static List<Column> slots(Fact fact) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.optional(FactLayout.EVENT_TIME, new LogicalType.Timestamp(), "When it happened"));
        fact.roles().forEach(role -> columns.addAll(slot(role)));
        fact.storedInputs()
                .forEach(input -> columns.add(Column.optional(input.name(), input.type(), input.description())));
        columns.add(Column.optional(INVALID, new LogicalType.Text(), "Roles in which what was said can be no key"));
        return columns;
    }

    /// An underscore in front keeps them apart from names of models.
    private static List<Column> slot(Role role) {
        return switch (role) {
            case Role.OfMember member -> {
                List<Column> parts = new ArrayList<>();
                for (Attribute part : member.inputs()) {
                    parts.add(Column.optional(
                            column("_%s_%d".formatted(role.name(), parts.size() + 1)),
                            part.type(),
                            "Key of the %s".formatted(role.name())));
                }
                yield parts;
            }
            case Role.OfTime _ ->
                List.of(Column.optional(
                        column("_" + role.name()), new LogicalType.Time(), "Time of %s".formatted(role.name())));
            case Role.OfJunk _, Role.OfBridge _ ->
                throw new IllegalArgumentException("No changes are kept of role %s".formatted(role.name()));
            case Role.OfDay _ ->
                List.of(Column.optional(
                        column("_" + role.name()), new LogicalType.Date(), "Day of %s".formatted(role.name())));
        };
    }
}
