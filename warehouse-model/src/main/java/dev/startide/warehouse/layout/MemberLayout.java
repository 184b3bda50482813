package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.schema.Alarm;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Index;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Remembering;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.star.Deletes;
import dev.startide.warehouse.star.Dimension;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.SpecialMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The table of a dimension with members: version key, durable key, natural key, attributes,
/// references to other dimensions, version number, validity, whether the version is current,
/// whether the member is inferred.
public record MemberLayout(Dimension.Members dimension, Table table) {

    public static final ColumnName VERSION = column("version");
    public static final ColumnName VALID_FROM = column("valid_from");
    public static final ColumnName VALID_TO = column("valid_to");
    public static final ColumnName IS_CURRENT = column("is_current");
    public static final ColumnName IS_INFERRED = column("is_inferred");

    /// True for the last version of each member, also while the member is gone.
    public static final ColumnName IS_LATEST = column("_is_latest");

    /// Stands in dimensions that mark members which are gone.
    public static final ColumnName IS_DELETED = column("is_deleted");

    /// The columns of dimensions with members, besides their keys.
    public static final List<ColumnName> OWN_COLUMNS =
            List.of(VERSION, VALID_FROM, VALID_TO, IS_CURRENT, IS_INFERRED, IS_DELETED);

    /// Where the first version of every member begins: the lower bound of event times.
    public static final Instant OPEN_START = Instant.parse("1900-01-01T00:00:00Z");

    /// Where the current version of every member ends. Not `infinity`, which breaks clients.
    public static final Instant OPEN_END = Instant.parse("9999-12-31T00:00:00Z");

    /// The version key and durable key of the member that stands for "not said".
    public static final long UNKNOWN_KEY = SpecialMember.UNKNOWN.key();

    static MemberLayout of(Dimension.Members dimension, Schemas schemas) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.required(
                keyOf(dimension.name()), new LogicalType.BigInt(), "Key of this version of the member"));
        columns.add(Column.required(
                durableKeyOf(dimension.name()),
                new LogicalType.BigInt(),
                "Key of the member, the same in all versions"));
        dimension.naturalKey().forEach(key -> columns.add(EntityLayout.optional(key)));
        dimension.columns().forEach(shown -> columns.add(EntityLayout.optional(shown.column())));
        List<OutriggerLayout> outriggers = OutriggerLayout.of(dimension, 0);
        outriggers.forEach(outrigger -> columns.addAll(outrigger.columns()));
        columns.add(Column.required(VERSION, new LogicalType.Int(), "Number of the version, from 1"));
        columns.add(Column.required(VALID_FROM, new LogicalType.Timestamp(), "When the version begins, inclusive"));
        columns.add(Column.required(VALID_TO, new LogicalType.Timestamp(), "When the version ends, exclusive"));
        columns.add(Column.required(IS_CURRENT, new LogicalType.Bool(), "Whether the version holds now"));
        columns.add(Column.required(
                IS_INFERRED, new LogicalType.Bool(), "Whether the member is known only because a fact names it"));
        columns.add(Column.required(
                IS_LATEST, new LogicalType.Bool(), "Whether it is the last version, also of a member that is gone"));
        if (dimension.deletes() == Deletes.FLAG) {
            columns.add(Column.required(
                    IS_DELETED, new LogicalType.Bool(), "Whether the member is gone while the version holds"));
        }
        Table table = new Table(
                tableOf(dimension.name(), schemas.star()),
                columns,
                List.of(keyOf(dimension.name())),
                outriggers.stream()
                        .flatMap(outrigger -> outrigger.foreignKey(schemas).stream())
                        .toList(),
                indexes(dimension, outriggers),
                List.of(new Alarm(durableKeyOf(dimension.name()), gaps(dimension, schemas))),
                dimension.description());
        return new MemberLayout(dimension, table);
    }

    public int naturalKeyWidth() {
        return dimension.naturalKey().size();
    }

    /// The index of the first natural key value in a row; version key and durable key stand before
    /// it.
    public int naturalKeyAt() {
        return 2;
    }

    /// The index of the first attribute in a row.
    public int attributesAt() {
        return naturalKeyAt() + naturalKeyWidth();
    }

    /// The index of [#VERSION]; [#VALID_FROM], [#VALID_TO], [#IS_CURRENT], [#IS_INFERRED],
    /// [#IS_LATEST] and, if members that are gone are marked, [#IS_DELETED] follow.
    public int versionAt() {
        return outriggersAt() + OutriggerLayout.widthOf(dimension);
    }

    /// The index of the first value of a reference in a row; the attributes stand before it.
    public int outriggersAt() {
        return attributesAt() + dimension.columns().size();
    }

    /// The references to other dimensions.
    public List<OutriggerLayout> outriggers() {
        return OutriggerLayout.of(dimension, outriggersAt());
    }

    /// How many values a row has.
    public int width() {
        return versionAt() + (dimension.deletes() == Deletes.FLAG ? 7 : 6);
    }

    /// The columns that no later event makes right if they are added to members that are there.
    Stream<Remembering> remembering() {
        return dimension.columns().stream()
                .filter(shown -> switch (shown.shown()) {
                    case FIRST, PREVIOUS -> true;
                    case VALID, LATEST -> false;
                })
                .map(shown -> new Remembering.InColumn(table.name(), shown.name()));
    }

    /// The row of a special member: without a natural key, its texts say what it stands for, and
    /// wherever it refers to it refers to the same.
    public @Nullable Object[] rowOf(SpecialMember special) {
        @Nullable Object[] row = new Object[width()];
        row[0] = (long) special.key();
        row[1] = (long) special.key();
        for (int index = attributesAt(); index < outriggersAt(); index++) {
            row[index] = SpecialText.of(special, table.columns().get(index).type());
        }
        outriggers().forEach(outrigger -> outrigger.refer(row, special.key()));
        int at = versionAt();
        row[at] = 1;
        row[at + 1] = OPEN_START;
        row[at + 2] = OPEN_END;
        row[at + 3] = true;
        row[at + 4] = false;
        row[at + 5] = true;
        if (dimension.deletes() == Deletes.FLAG) {
            row[at + 6] = false;
        }
        return row;
    }

    /// The rows of all special members, which are there from the start.
    public List<@Nullable Object[]> specialRows() {
        return Stream.of(SpecialMember.values()).map(this::rowOf).toList();
    }

    /// The table of a dimension of either kind.
    public static Table tableOf(Dimension dimension, Schemas schemas) {
        return switch (dimension) {
            case Dimension.Members members -> of(members, schemas).table();
            case Dimension.Calendar calendar ->
                CalendarLayout.of(calendar, schemas).table();
            case Dimension.TimeOfDay times -> TimeOfDayLayout.of(times, schemas).table();
            case Dimension.Junk junk -> JunkLayout.of(junk, schemas).table();
        };
    }

    /// The name of the table of a dimension.
    ///
    /// @param schema the schema of dimensions and facts, see [Schemas#star]
    public static TableName tableOf(DimensionName dimension, String schema) {
        return new TableName(schema, dimension.value());
    }

    /// The column with the key of a version, or of a day.
    public static ColumnName keyOf(DimensionName dimension) {
        return column(dimension + "_key");
    }

    /// The column with the key of a member.
    public static ColumnName durableKeyOf(DimensionName dimension) {
        return column(dimension + "_durable_key");
    }

    private static Alarm.Gaps gaps(Dimension.Members dimension, Schemas schemas) {
        return switch (dimension.deletes()) {
            case CLOSE ->
                new Alarm.Gaps.AfterDelete(
                        ChangeLayout.tableOf(dimension.of(), schemas), EntityLayout.names(dimension.naturalKey()));
            case FLAG, IGNORE -> new Alarm.Gaps.Never();
        };
    }

    private static List<Index> indexes(Dimension.Members dimension, List<OutriggerLayout> outriggers) {
        List<ColumnName> byNaturalKey = new ArrayList<>(EntityLayout.names(dimension.naturalKey()));
        byNaturalKey.add(VALID_FROM);
        List<Index> indexes = new ArrayList<>();
        indexes.add(Index.unique(byNaturalKey));
        indexes.add(Index.unique(List.of(durableKeyOf(dimension.name()), VALID_FROM)));
        outriggers.forEach(outrigger -> indexes.addAll(outrigger.indexes()));
        return indexes;
    }
}
