package dev.startide.warehouse.layout;

import static dev.startide.warehouse.schema.ColumnName.column;

import dev.startide.warehouse.layout.Branches.Branch;
import dev.startide.warehouse.schema.Column;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import dev.startide.warehouse.schema.View;
import dev.startide.warehouse.schema.View.Expression.Qualified;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactMart;
import dev.startide.warehouse.star.Mart;
import dev.startide.warehouse.star.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The view of a mart: its fact with the dimensions joined under the names of their roles.
public final class MartLayout {

    /// Comes after a role in the names of attributes of the latest version.
    public static final String CURRENT = "_current";

    /// Two underscores keep it apart from every role.
    private static final String CURRENT_ALIAS = "__current";

    private MartLayout() {}

    /// The view of a mart of one fact.
    ///
    /// @param dimensions the tables of all dimensions
    /// @param members the dimensions that may refer to others
    static View of(
            FactMart mart,
            FactLayout fact,
            Map<DimensionName, Table> dimensions,
            Map<DimensionName, MemberLayout> members,
            Schemas schemas) {
        return new View(nameOf(mart, schemas), content(mart, fact, dimensions, members), mart.description());
    }

    static TableName nameOf(Mart mart, Schemas schemas) {
        return new TableName(schemas.mart(), mart.name().value());
    }

    /// What a mart shows of one fact.
    static View.Rows content(
            FactMart mart,
            FactLayout fact,
            Map<DimensionName, Table> dimensions,
            Map<DimensionName, MemberLayout> members) {
        Branches branches = Branches.of(fact.fact(), members);
        List<View.Output> outputs =
                mart.by().isEmpty() ? rows(mart, fact, dimensions, branches) : groups(mart, fact, dimensions, branches);
        return new View.Rows(
                fact.table().name(),
                Stream.of(
                                roles(mart, fact).flatMap(role -> joins(mart, role, fact, tableOf(role, dimensions))),
                                combinations(fact.fact(), dimensions),
                                shown(mart, fact.fact(), branches)
                                        .map(Branch::join)
                                        .distinct())
                        .flatMap(joins -> joins)
                        .toList(),
                outputs,
                mart.by().size());
    }

    /// What an attribute is called in a role: `customer` and `segment` give `customer_segment`, but
    /// `customer` and `customer_id` stay `customer_id`.
    ///
    /// @throws IllegalArgumentException if that is too long for a name
    public static ColumnName inRole(ColumnName role, ColumnName attribute) {
        String prefix = role + "_";
        return attribute.value().startsWith(prefix) ? attribute : column(prefix + attribute);
    }

    /// What a mart calls the column that it groups by.
    ///
    /// @throws IllegalArgumentException if that is too long for a name
    public static ColumnName columnOf(Mart.Grouping grouping) {
        return switch (grouping) {
            case Mart.Grouping.ByColumn(var name) -> name;
            case Mart.Grouping.ByAttribute(var role, var attribute) -> inRole(role, attribute);
            case Mart.Grouping.ByReferred(var role, var references, var attribute) -> {
                ColumnName prefix = role;
                for (ColumnName reference : references) {
                    prefix = inRole(prefix, reference);
                }
                yield inRole(prefix, attribute);
            }
        };
    }

    /// The branches that a mart shows: all of them beside single rows, else those that it groups
    /// by.
    private static Stream<Branch> shown(FactMart mart, Fact fact, Branches branches) {
        if (mart.by().isEmpty()) {
            return fact.roles().stream()
                    .filter(role -> !(role instanceof Role.OfBridge))
                    .flatMap(role -> branches.in(role.name()).stream());
        }
        return mart.by().stream()
                .filter(Mart.Grouping.ByReferred.class::isInstance)
                .map(Mart.Grouping.ByReferred.class::cast)
                .flatMap(by -> branches.along(by.role(), by.references()).stream());
    }

    /// The roles that a mart joins. A bridge would show a row of the fact once for each member, and
    /// is joined only where the rows are grouped by its members.
    private static Stream<Role> roles(FactMart mart, FactLayout fact) {
        return fact.fact().roles().stream()
                .filter(role ->
                        !(role instanceof Role.OfBridge) || mart.by().stream().anyMatch(by -> by.isOf(role.name())));
    }

    private static Stream<View.Join> joins(FactMart mart, Role role, FactLayout fact, Table target) {
        if (role instanceof Role.OfBridge bridge) {
            return joins(mart, bridge, fact, target);
        }
        if (role instanceof Role.OfMember member) {
            return switch (mart.history()) {
                case AS_WAS -> Stream.of(join(role, target));
                case AS_IS -> Stream.of(latest(role.name().value(), member, target));
                case BOTH -> Stream.of(join(role, target), latest(role.name() + CURRENT_ALIAS, member, target));
            };
        }
        return Stream.of(join(role, target));
    }

    /// The combinations that members had at the event time, whatever the mart says of history: how
    /// a member is now is in its dimension.
    private static Stream<View.Join> combinations(Fact fact, Map<DimensionName, Table> dimensions) {
        return combinationsOf(fact).map(combination -> {
            Table target = tableOf(combination.dimension(), dimensions);
            return new View.Join(
                    combination.name().value(),
                    target.name(),
                    FactLayout.keyOf(combination),
                    target.primaryKey().getFirst());
        });
    }

    private static Stream<Role.Combination> combinationsOf(Fact fact) {
        return fact.roles().stream()
                .filter(Role.OfMember.class::isInstance)
                .map(Role.OfMember.class::cast)
                .flatMap(role -> role.combinations().stream());
    }

    private static View.Join latest(String alias, Role.OfMember role, Table target) {
        return new View.Join(
                        alias,
                        target.name(),
                        FactLayout.durableKeyOf(role),
                        MemberLayout.durableKeyOf(role.dimension()))
                .where(MemberLayout.IS_LATEST);
    }

    private static Stream<View.Join> joins(FactMart mart, Role.OfBridge role, FactLayout fact, Table target) {
        String alias = BridgeLayout.aliasOf(role);
        TableName between = fact.bridges().stream()
                .filter(layout -> layout.role().equals(role))
                .map(layout -> layout.table().name())
                .findFirst()
                .orElseThrow();
        List<ColumnName> grain = EntityLayout.names(fact.fact().grain());
        View.Join member = mart.history() == Mart.History.AS_IS
                ? latest(role.name().value(), role.ofOne(), target)
                : join(role, target);
        return Stream.of(View.Join.onSame(alias, between, grain), member.to(alias));
    }

    private static View.Join join(Role role, Table target) {
        return new View.Join(
                role.name().value(),
                target.name(),
                FactLayout.keyOf(role),
                target.primaryKey().getFirst());
    }

    private static List<View.Output> groups(
            FactMart mart, FactLayout fact, Map<DimensionName, Table> dimensions, Branches branches) {
        Stream<View.Output> by = mart.by().stream().map(grouping -> group(grouping, fact, dimensions, branches));
        Stream<View.Output> measures = mart.measures().stream()
                .map(measure ->
                        new View.Output(measure.name(), new View.Expression.Sql(measure.sql()), measure.description()));
        return Stream.concat(by, measures).toList();
    }

    private static View.Output group(
            Mart.Grouping grouping, FactLayout fact, Map<DimensionName, Table> dimensions, Branches branches) {
        return switch (grouping) {
            case Mart.Grouping.ByColumn(var name) ->
                new View.Output(name, new Qualified(View.FROM_ALIAS, name), commentOf(fact.table(), name));
            case Mart.Grouping.ByAttribute(var roleName, var attribute) -> {
                Table table = tableOf(dimensionOf(fact.fact(), roleName), dimensions);
                yield new View.Output(
                        inRole(roleName, attribute),
                        new Qualified(roleName.value(), attribute),
                        commentOf(table, attribute));
            }
            case Mart.Grouping.ByReferred(var role, var references, var attribute) -> {
                Branch branch = branches.along(role, references).getLast();
                yield new View.Output(
                        inRole(branch.prefix(), attribute),
                        new Qualified(branch.join().alias(), attribute),
                        commentOf(branch.table(), attribute));
            }
        };
    }

    private static List<View.Output> rows(
            FactMart mart, FactLayout fact, Map<DimensionName, Table> dimensions, Branches branches) {
        Set<ColumnName> taken = new HashSet<>();
        List<View.Output> outputs = new ArrayList<>();
        fact.table().columns().stream()
                .filter(column -> isForReaders(column.name()))
                .filter(column -> taken.add(column.name()))
                .forEach(column -> outputs.add(output(column.name(), View.FROM_ALIAS, column)));
        for (Role role : fact.fact().roles()) {
            if (role instanceof Role.OfBridge) {
                continue;
            }
            String alias = role.name().value();
            members(role.name(), alias, tableOf(role, dimensions), taken).forEach(outputs::add);
            if (mart.history() == Mart.History.BOTH && role instanceof Role.OfMember) {
                ColumnName current = column(alias + CURRENT);
                members(current, alias + CURRENT_ALIAS, tableOf(role, dimensions), taken)
                        .forEach(outputs::add);
            }
            if (role instanceof Role.OfMember member) {
                for (Role.Combination combination : member.combinations()) {
                    Table table = tableOf(combination.dimension(), dimensions);
                    members(combination.name(), combination.name().value(), table, taken)
                            .forEach(outputs::add);
                }
            }
            for (Branch branch : branches.in(role.name())) {
                members(branch.prefix(), branch.join().alias(), branch.table(), taken)
                        .forEach(outputs::add);
            }
        }
        mart.windows().forEach(window -> outputs.add(output(window)));
        return outputs;
    }

    private static View.Output output(Mart.Window window) {
        return new View.Output(
                window.name(),
                new View.Expression.Window(window.window(), window.per(), FactLayout.EVENT_TIME),
                window.description());
    }

    /// What a dimension shows of its members, as far as no column of that name is shown yet.
    private static Stream<View.Output> members(ColumnName prefix, String alias, Table table, Set<ColumnName> taken) {
        return table.columns().stream()
                .filter(column -> isForReaders(column.name()) && describesMember(column.name()))
                .filter(column -> taken.add(inRole(prefix, column.name())))
                .map(column -> output(inRole(prefix, column.name()), alias, column));
    }

    private static View.Output output(ColumnName name, String alias, Column column) {
        return new View.Output(name, new Qualified(alias, column.name()), column.comment());
    }

    /// Keys and bookkeeping mean nothing to a reader of a mart.
    private static boolean isForReaders(ColumnName name) {
        return !name.value().startsWith("_") && !name.value().endsWith("_key");
    }

    private static boolean describesMember(ColumnName name) {
        return !MemberLayout.OWN_COLUMNS.contains(name);
    }

    private static Table tableOf(Role role, Map<DimensionName, Table> dimensions) {
        return tableOf(role.dimension(), dimensions);
    }

    private static Table tableOf(DimensionName dimension, Map<DimensionName, Table> dimensions) {
        Table table = dimensions.get(dimension);
        if (table == null) {
            throw new IllegalArgumentException("The model has no dimension " + dimension);
        }
        return table;
    }

    /// The dimension in a role, or in what a role's member had.
    private static DimensionName dimensionOf(Fact fact, ColumnName name) {
        return Stream.concat(
                        fact.roles().stream()
                                .filter(role -> role.name().equals(name))
                                .map(Role::dimension),
                        combinationsOf(fact)
                                .filter(combination -> combination.name().equals(name))
                                .map(Role.Combination::dimension))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s has no role %s".formatted(fact.name(), name)));
    }

    private static String commentOf(Table table, ColumnName name) {
        return table.column(name).map(Column::comment).orElse("");
    }
}
