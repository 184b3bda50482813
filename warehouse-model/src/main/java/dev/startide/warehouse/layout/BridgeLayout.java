package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.Index;
import dev.startide.warehouse.schema.LogicalType;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.Role;
import java.util.ArrayList;
import java.util.List;

/// The table between a fact and the many members that it has in one role: grain, keys of the
/// member, event time, weight. Each row of the fact has at least one row here.
public record BridgeLayout(Fact fact, Role.OfBridge role, Table table) {

    /// How much of the fact the member stands for.
    public static final ColumnName WEIGHT = column("weight");

    /// How many digits a weight has after the point.
    public static final int WEIGHT_SCALE = 8;

    /// How many values of a row follow the grain.
    private static final int BESIDES_GRAIN = 4;

    /// Two underscores keep it apart from every fact: names of models have no double underscore.
    private static final String BETWEEN = "__";

    private static final LogicalType KEY = new LogicalType.BigInt();

    /// The bridges of a fact, in the order of its roles.
    public static List<BridgeLayout> of(FactLayout fact) {
        return fact.fact().roles().stream()
                .filter(Role.OfBridge.class::isInstance)
                .map(role -> of(fact, (Role.OfBridge) role))
                .toList();
    }

    private static BridgeLayout of(FactLayout layout, Role.OfBridge role) {
        Fact fact = layout.fact();
        String schema = layout.table().name().schema();
        List<Column> columns = new ArrayList<>();
        fact.grain().forEach(grain -> columns.add(Column.required(grain.name(), grain.type(), grain.description())));
        columns.add(Column.required(
                FactLayout.keyOf(role), KEY, "Version of the %s at the event time".formatted(role.name())));
        columns.add(Column.required(durableKeyOf(role), KEY, "The %s, whatever the version".formatted(role.name())));
        columns.add(Column.required(FactLayout.EVENT_TIME, new LogicalType.Timestamp(), "When it happened"));
        columns.add(Column.required(
                WEIGHT, new LogicalType.Decimal(WEIGHT_SCALE + 1, WEIGHT_SCALE), "How much of the fact it stands for"));
        List<ColumnName> grain = EntityLayout.names(fact.grain());
        List<ColumnName> primaryKey = new ArrayList<>(grain);
        primaryKey.add(durableKeyOf(role));
        return new BridgeLayout(
                fact,
                role,
                new Table(
                        new TableName(schema, fact.name() + BETWEEN + role.name()),
                        columns,
                        primaryKey,
                        List.of(
                                new ForeignKey(grain, layout.table().name(), grain),
                                new ForeignKey(
                                        List.of(FactLayout.keyOf(role)),
                                        MemberLayout.tableOf(role.dimension(), schema),
                                        List.of(MemberLayout.keyOf(role.dimension())))),
                        List.of(Index.plain(List.of(FactLayout.keyOf(role), FactLayout.EVENT_TIME))),
                        "Each %s of each row of %s".formatted(role.name(), fact.name())));
    }

    /// The column with the durable key of the member.
    public static ColumnName durableKeyOf(Role.OfBridge role) {
        return column(role.name() + "_durable_key");
    }

    /// What marts call the weight.
    public static ColumnName weightOf(Role.OfBridge role) {
        return column(role.name() + "_weight");
    }

    /// What views call the table itself.
    public static String aliasOf(Role.OfBridge role) {
        return role.name() + BETWEEN + "bridge";
    }

    /// How many letters the name of the table has besides the names of fact and role.
    public static int nameOverhead() {
        return BETWEEN.length();
    }

    /// The index of the version key in a row; durable key, event time and weight follow.
    public int keyAt() {
        return fact.grain().size();
    }

    /// How many values a row has.
    public int width() {
        return keyAt() + BESIDES_GRAIN;
    }
}
