package dev.startide.domain.star;

import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.layout.JunkLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.Role;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rows of dimensions that are functions of what they stand for: days and combinations of flags.
/// Whoever writes them writes the same, so that the table keeps those that it has.
final class GeneratedRows {

    private final Map<DimensionName, CalendarLayout> calendars = new HashMap<>();
    private final Map<DimensionName, JunkLayout> junk = new HashMap<>();
    private final Map<DimensionName, RowCollector> tables = new LinkedHashMap<>();
    private final Set<Object> combinations = new HashSet<>();
    private final Workspace workspace;

    GeneratedRows(WarehouseLayout layout, Workspace workspace) {
        this.workspace = workspace;
        for (CalendarLayout calendar : layout.calendars()) {
            DimensionName name = calendar.dimension().name();
            calendars.put(name, calendar);
            tables.put(name, new RowCollector(calendar.table(), TableWrites.Existing.KEEP));
        }
        for (JunkLayout flags : layout.junk()) {
            DimensionName name = flags.dimension().name();
            junk.put(name, flags);
            tables.put(name, new RowCollector(flags.table(), TableWrites.Existing.KEEP));
        }
    }

    /// The key of a day, which is added to the calendar if it does not have it.
    int day(Role.OfDay role, LocalDate day) {
        if (workspace.needsDay(role.dimension(), day)) {
            CalendarLayout calendar = Directory.known(calendars, role.dimension());
            Directory.known(tables, role.dimension()).insert(calendar.rowOf(day));
        }
        return CalendarLayout.keyOf(day);
    }

    /// The key of a combination, which is added to the dimension.
    long combination(DimensionName dimension, List<? extends @Nullable Object> values) {
        JunkLayout layout = Directory.known(junk, dimension);
        long key = layout.keyOf(values);
        if (combinations.add(List.of(dimension, key))) {
            Directory.known(tables, dimension).insert(layout.rowOf(values));
        }
        return key;
    }

    List<TableWrites> writes() {
        return tables.values().stream().map(RowCollector::writes).toList();
    }
}
