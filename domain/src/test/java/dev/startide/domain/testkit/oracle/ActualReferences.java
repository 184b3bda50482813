package dev.startide.domain.testkit.oracle;

import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.OutriggerLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Table;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Outrigger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Follows the keys by which rows of dimensions refer to other dimensions to what they mean.
final class ActualReferences {

    private final Function<Table, List<@Nullable Object[]>> rowsOf;
    private final WarehouseLayout layout;
    private final Map<DimensionName, MemberLayout> layouts = new HashMap<>();

    ActualReferences(Function<Table, List<@Nullable Object[]>> rowsOf, WarehouseLayout layout) {
        this.rowsOf = rowsOf;
        this.layout = layout;
        layout.members().forEach(member -> layouts.put(member.dimension().name(), member));
    }

    /// Adds whom a row refers to, and whether its keys agree.
    void addCells(Cells cells, MemberLayout layout, @Nullable Object[] row) {
        for (OutriggerLayout reference : layout.outriggers()) {
            cells.add(ExpectedReferences.cell(reference.outrigger()), nameOf(reference, row));
        }
    }

    private String nameOf(OutriggerLayout reference, @Nullable Object[] row) {
        Object durableKey = row[reference.durableKeyAt()];
        if (durableKey.equals(MemberLayout.UNKNOWN_KEY)) {
            return row[reference.at()] == null && row[reference.keyAt()].equals(durableKey)
                    ? ExpectedReferences.NOBODY
                    : "unknown, but with a key";
        }
        MemberLayout target = layouts.get(reference.outrigger().dimension());
        Key stated = Key.from(row, reference.at(), reference.naturalKeyWidth());
        int keyAt = reference.outrigger().as() == Outrigger.As.VERSION ? 0 : 1;
        return rowsOf.apply(target.table()).stream()
                .filter(other -> row[reference.keyAt()].equals(other[keyAt]))
                .findFirst()
                .map(other -> nameOf(reference, durableKey, stated, target, other))
                .orElse("no such row");
    }

    private String nameOf(
            OutriggerLayout reference, Object durableKey, Key stated, MemberLayout target, @Nullable Object[] other) {
        Key actual = Key.from(other, target.naturalKeyAt(), target.naturalKeyWidth());
        if (!actual.equals(identityOf(stated, target)) || !durableKey.equals(other[1])) {
            return "%s, but keys of %s".formatted(stated, actual);
        }
        int at = target.versionAt();
        return switch (reference.outrigger().as()) {
            case CURRENT -> stated.toString();
            case VERSION -> stated + " as " + ExpectedVersion.nameOf(actual, other[at], other[at + 1]);
        };
    }

    /// What identifies the member that is called so.
    private Key identityOf(Key called, MemberLayout target) {
        return layout.aliasesOf(target.dimension().of()).stream()
                .flatMap(aliases -> rowsOf.apply(aliases.table()).stream()
                        .filter(row -> Key.from(row, 0, aliases.keyWidth()).equals(called))
                        .map(row -> Key.from(row, aliases.keyWidth(), aliases.keyWidth())))
                .findFirst()
                .orElse(called);
    }
}
