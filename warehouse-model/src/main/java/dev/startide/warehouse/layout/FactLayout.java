package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.Index;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactKind;
import dev.startide.warehouse.star.FactName;
import dev.startide.warehouse.star.Measure;
import dev.startide.warehouse.star.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The table of a fact: grain, event time, keys of each role (version and durable key of a member,
/// or the key of a day), stored inputs, bookkeeping; computed measures come last and are not part
/// of a written row.
///
/// A change of a fact has the same parts without the keys: see [#slots].
///
/// @param positions where the parts are; asked for with every row, and so found out once
public record FactLayout(Fact fact, Table table, FactPositions positions) {

    /// When the fact happened.
    public static final ColumnName EVENT_TIME = column("event_time");

    /// The first day of the period, in a periodic fact.
    public static final ColumnName PERIOD = column("period");

    /// The milestone that was reached last, in an accumulating fact.
    public static final ColumnName MILESTONE = column("milestone");

    private static final LogicalType KEY = new LogicalType.BigInt();
    private static final LogicalType DAY_KEY = new LogicalType.Int();

    /// The layout of a fact, which needs nothing else of the model.
    public static FactLayout of(Fact fact, Schemas schemas) {
        List<Column> columns = new ArrayList<>();
        fact.grain().forEach(grain -> columns.add(Column.required(grain.name(), grain.type(), grain.description())));
        columns.add(Column.required(EVENT_TIME, new LogicalType.Timestamp(), "When it happened"));
        fact.roles().forEach(role -> columns.addAll(keyColumns(role)));
        fact.storedInputs()
                .forEach(input -> columns.add(Column.optional(input.name(), input.type(), commentOf(fact, input))));
        columns.addAll(ownColumns(fact));
        columns.addAll(Bookkeeping.columns());
        fact.measures().forEach(measure -> columns.addAll(computed(fact, measure)));
        if (fact.kind() instanceof FactKind.Accumulating(var milestones)) {
            columns.addAll(lags(milestones));
            columns.add(MilestoneColumns.reached(MILESTONE, milestones));
        }
        Table table = new Table(
                tableOf(fact.name(), schemas),
                columns,
                primaryKey(fact),
                rolesWithKeys(fact).flatMap(role -> foreignKeys(role, schemas)).toList(),
                rolesWithKeys(fact).flatMap(FactLayout::indexes).toList(),
                fact.description());
        return new FactLayout(fact, table, FactPositions.of(fact));
    }

    public int grainWidth() {
        return fact.grain().size();
    }

    /// The index of [#EVENT_TIME] in a row; the keys of the roles follow it.
    public int eventTimeAt() {
        return grainWidth();
    }

    /// The index of the first stored input in a row.
    public int storedInputsAt() {
        return positions.storedInputs();
    }

    /// The index of the first value behind the stored inputs: of [BookEntries], or of [#PERIOD], if
    /// the fact has them.
    public int ownColumnsAt() {
        return positions.ownColumns();
    }

    /// The index of the first [Bookkeeping] value in a row.
    public int bookkeepingAt() {
        return positions.bookkeeping();
    }

    /// How many values a row has.
    public int width() {
        return positions.bookkeeping() + Bookkeeping.COUNT;
    }

    /// How many values a change of the fact has: the event time, one for each role (a natural key,
    /// a day, a time of day, the members of a bridge), one for each flag of its junk dimensions,
    /// one for each stored input.
    public int slots() {
        return positions.slots();
    }

    /// The index of the first flag in a change; the values of the roles stand before it.
    public int flagsAt() {
        return 1 + fact.roles().size();
    }

    /// The flags of junk dimensions, role by role.
    public List<Attribute> flags() {
        return flagsOf(fact);
    }

    /// The flags of a fact's junk dimensions, role by role.
    public static List<Attribute> flagsOf(Fact fact) {
        return fact.roles().stream()
                .filter(Role.OfJunk.class::isInstance)
                .flatMap(role -> role.inputs().stream())
                .toList();
    }

    /// The tables between the fact and the members of its lists.
    public List<BridgeLayout> bridges() {
        return BridgeLayout.of(this);
    }

    /// The columns with the time from each milestone to the next, computed by the database.
    public static List<Column> lags(List<Attribute> milestones) {
        return MilestoneColumns.lags(milestones);
    }

    /// The table of a fact.
    public static TableName tableOf(FactName fact, Schemas schemas) {
        return new TableName(schemas.star(), fact.value());
    }

    /// The column with the key of the version, or of the day, in a role.
    public static ColumnName keyOf(Role role) {
        return column(role.name() + "_key");
    }

    /// The column with the durable key of the member in a role.
    public static ColumnName durableKeyOf(Role.OfMember role) {
        return column(role.name() + "_durable_key");
    }

    /// The column with the key of the combination that a member had.
    public static ColumnName keyOf(Role.Combination combination) {
        return column(combination.name() + "_key");
    }

    /// The column with the version of the trail that says so.
    public static ColumnName trailKeyOf(Role.Combination combination) {
        return column("_" + combination.name() + "_trail_key");
    }

    /// How many keys a row has in a role of a member: two of the member, and two for each
    /// combination, its key and that of the trail's version.
    public static int keysOf(Role.OfMember role) {
        return 2 + 2 * role.combinations().size();
    }

    private static Stream<Role> rolesWithKeys(Fact fact) {
        return fact.roles().stream().filter(role -> !keyColumns(role).isEmpty());
    }

    static List<Column> keyColumns(Role role) {
        return switch (role) {
            case Role.OfMember member -> {
                List<Column> columns = new ArrayList<>();
                columns.add(Column.required(
                        keyOf(role), KEY, "Version of the %s at the event time".formatted(role.name())));
                columns.add(Column.required(
                        durableKeyOf(member), KEY, "The %s, whatever the version".formatted(role.name())));
                member.combinations().forEach(combination -> columns.addAll(keyColumns(combination)));
                yield columns;
            }
            case Role.OfDay _ -> List.of(Column.required(keyOf(role), DAY_KEY, "Day of %s".formatted(role.name())));
            case Role.OfTime _ ->
                List.of(Column.required(keyOf(role), DAY_KEY, "Time of day of %s".formatted(role.name())));
            case Role.OfBridge _ -> List.of();
            case Role.OfJunk _ -> List.of(Column.required(keyOf(role), KEY, "The %s".formatted(role.name())));
        };
    }

    private static List<Column> keyColumns(Role.Combination combination) {
        return List.of(
                Column.required(keyOf(combination), KEY, "The %s at the event time".formatted(combination.name())),
                Column.required(trailKeyOf(combination), KEY, "Since when it was so: version of the trail"));
    }

    private static Stream<ForeignKey> foreignKeys(Role role, Schemas schemas) {
        ForeignKey own = foreignKey(keyOf(role), role.dimension(), schemas);
        return switch (role) {
            case Role.OfMember member ->
                Stream.concat(
                        Stream.of(own),
                        member.combinations().stream()
                                .flatMap(combination -> Stream.of(
                                        foreignKey(keyOf(combination), combination.dimension(), schemas),
                                        foreignKey(trailKeyOf(combination), combination.trail(), schemas))));
            case Role.OfDay _, Role.OfTime _, Role.OfJunk _, Role.OfBridge _ -> Stream.of(own);
        };
    }

    private static ForeignKey foreignKey(ColumnName column, DimensionName dimension, Schemas schemas) {
        return new ForeignKey(
                List.of(column),
                MemberLayout.tableOf(dimension, schemas.star()),
                List.of(MemberLayout.keyOf(dimension)));
    }

    /// The event time after the key finds the facts of a version in a part of its validity.
    private static Stream<Index> indexes(Role role) {
        return switch (role) {
            case Role.OfMember member ->
                Stream.concat(
                        Stream.of(Index.plain(List.of(keyOf(role), EVENT_TIME))),
                        member.combinations().stream()
                                .flatMap(combination -> Stream.of(
                                        Index.plain(List.of(keyOf(combination))),
                                        Index.plain(List.of(trailKeyOf(combination), EVENT_TIME)))));
            case Role.OfDay _, Role.OfTime _, Role.OfJunk _, Role.OfBridge _ ->
                Stream.of(Index.plain(List.of(keyOf(role))));
        };
    }

    private static String commentOf(Fact fact, Attribute input) {
        return fact.measures().stream()
                .filter(measure -> measure.name().equals(input.name()))
                .map(FactLayout::commentOf)
                .findFirst()
                .orElse(input.description());
    }

    /// The columns that a fact has because of its kind.
    static List<Column> ownColumns(Fact fact) {
        return fact.kind() instanceof FactKind.Periodic
                ? List.of(Column.required(PERIOD, new LogicalType.Date(), "First day of the period"))
                : BookEntries.columnsOf(fact);
    }

    private static List<ColumnName> primaryKey(Fact fact) {
        List<ColumnName> key = new ArrayList<>(EntityLayout.names(fact.grain()));
        if (BookEntries.areIn(fact)) {
            key.add(BookEntries.ENTRY);
        }
        if (fact.kind() instanceof FactKind.Periodic) {
            key.add(PERIOD);
        }
        return key;
    }

    private static List<Column> computed(Fact fact, Measure measure) {
        return switch (measure.source()) {
            case Measure.Source.Input() -> List.of();
            case Measure.Source.Sql(var expression, var _) -> {
                String sql = BookEntries.areIn(fact) ? BookEntries.computed(fact, measure, expression) : expression;
                yield List.of(Column.computed(measure.name(), measure.type(), sql, commentOf(measure)));
            }
        };
    }

    private static String commentOf(Measure measure) {
        String unit = measure.unit().isEmpty() ? "" : " [%s]".formatted(measure.unit());
        return (measure.description() + unit).strip();
    }
}
