package dev.startide.domain.rebuild;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ForeignKey;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.schema.TableName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The tables that a rebuild puts in the place of the live ones. All others are built, too, but
/// only to show that they are as they should be.
///
/// @param extent whether these are all tables of the model
/// @param tables their names in the live warehouse
public record RebuildScope(Extent extent, Set<TableName> tables) {

    /// Whether all tables take part.
    public enum Extent {
        EVERYTHING,
        SOME_TABLES
    }

    /// What separates the name of a part of the model from that of a table which goes with it.
    private static final String WITH = "__";

    public RebuildScope {
        tables = Set.copyOf(tables);
    }

    /// The tables that are wished for, and those that cannot stay when these change: tables of the
    /// same part of the model, dimensions of an entity, and whatever refers to one of them.
    ///
    /// @param layout of the live warehouse
    /// @throws StartideException `SETTING_INVALID` if there is no table of a name
    public static RebuildScope of(WarehouseLayout layout, Wish wish) {
        List<Table> all = layout.schema().tables();
        return switch (wish) {
            case Wish.Everything() -> everything(all);
            case Wish.Tables(var names) -> {
                Set<TableName> tables = new LinkedHashSet<>();
                names.forEach(name -> tables.addAll(named(all, name)));
                boolean grows = true;
                while (grows) {
                    grows = tables.addAll(dependents(layout, tables));
                }
                yield tables.size() == all.size() ? everything(all) : new RebuildScope(Extent.SOME_TABLES, tables);
            }
        };
    }

    private static RebuildScope everything(List<Table> all) {
        return new RebuildScope(
                Extent.EVERYTHING, Set.copyOf(all.stream().map(Table::name).toList()));
    }

    private static List<TableName> named(List<Table> all, String wanted) {
        List<TableName> found = all.stream()
                .map(Table::name)
                .filter(name -> name.name().equals(wanted) || name.toString().equals(wanted))
                .toList();
        if (found.isEmpty()) {
            throw StartideException.because(
                    FailureCode.SETTING_INVALID,
                    "The model has no table '%s'. Name one of %s"
                            .formatted(wanted, all.stream().map(Table::name).toList()));
        }
        return found;
    }

    private static List<TableName> dependents(WarehouseLayout layout, Set<TableName> tables) {
        Predicate<Table> refers =
                table -> table.foreignKeys().stream().map(ForeignKey::target).anyMatch(tables::contains);
        Predicate<Table> goesWith =
                table -> tables.stream().anyMatch(name -> partOf(name).equals(partOf(table.name())));
        Stream<Table> referring = layout.schema().tables().stream().filter(refers.or(goesWith));
        Stream<Table> showing = layout.members().stream()
                .filter(member -> tables.stream()
                        .anyMatch(name ->
                                partOf(name).equals(member.dimension().of().value())))
                .map(MemberLayout::table);
        return Stream.concat(referring, showing).map(Table::name).toList();
    }

    private static String partOf(TableName table) {
        int end = table.name().indexOf(WITH);
        return end < 0 ? table.name() : table.name().substring(0, end);
    }
}
