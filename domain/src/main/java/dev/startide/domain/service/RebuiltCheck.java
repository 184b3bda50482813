package dev.startide.domain.service;

import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.normalize.BatchChanges;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.normalize.Normalizer;
import dev.startide.domain.normalize.Reading;
import dev.startide.domain.port.outbound.Cursors;
import dev.startide.domain.port.outbound.EventReader;
import dev.startide.domain.port.outbound.LoaderLease;
import dev.startide.domain.port.outbound.RawLog;
import dev.startide.domain.port.outbound.TableSnapshots;
import dev.startide.domain.port.outbound.TableSnapshots.Standing;
import dev.startide.domain.quality.Check;
import dev.startide.domain.quality.Finding;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.trace.Cells;
import dev.startide.warehouse.layout.AliasLayout;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.JunkLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.star.EntityName;
import dev.startide.warehouse.star.FactName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Compares rows of a table with those that the load makes of the raw log when it begins anew.
///
/// The live tables are not touched, and nothing is written. The raw log is read once, from its
/// beginning; events that speak of the keys at hand are kept and loaded, by the product's own load,
/// into a warehouse that has nothing. What is held in memory is bounded by the number of rows: of a
/// larger table a part is compared, chosen by a digest of the keys.
final class RebuiltCheck {

    static final Check CHECK = new Check(
            "rebuilt-equals-loaded",
            Check.Area.REBUILT,
            "The rows of a table are what the load makes of the raw log when it begins anew.",
            "Rows were changed by hand, or the model was: 'startide rebuild' puts what the raw log says in their place.");

    private static final int PAGE_EVENTS = 5_000;
    private static final long PAGE_BYTES = 16L * 1024 * 1024;

    private final WarehouseLayout layout;
    private final RawLog rawLog;
    private final EventReader reader;
    private final TableSnapshots tables;
    private final Normalizer normalizer;
    private final int rowsAtHand;
    private final Map<EntityName, Map<Key, Key>> identities;

    /// @param rowsAtHand how many rows are compared at most, about
    RebuiltCheck(WarehouseLayout layout, RawLog rawLog, EventReader reader, TableSnapshots tables, int rowsAtHand) {
        this.layout = layout;
        this.rawLog = rawLog;
        this.reader = reader;
        this.tables = tables;
        this.normalizer = new Normalizer(layout.model());
        this.rowsAtHand = rowsAtHand;
        this.identities = new HashMap<>();
    }

    /// Compares a table, or a part of it.
    ///
    /// @throws IllegalArgumentException if there is no such table
    Compared compare(String name) {
        Optional<JunkLayout> combinations = layout.junk().stream()
                .filter(junk -> junk.table().name().toString().equals(name)
                        || junk.table().name().name().equals(name))
                .findFirst();
        return combinations.isPresent() ? compare(combinations.get()) : compare(ComparedTable.named(layout, name));
    }

    /// Which combinations there are depends on all that facts ever had; each is a function of its
    /// flags, but for the rows that stand for members which are not known.
    private Compared compare(JunkLayout junk) {
        List<Finding> findings = new ArrayList<>();
        int[] rows = new int[1];
        List<@Nullable Object[]> special = layout.minis().contains(junk) ? junk.specialRows() : List.of();
        tables.read(junk.table(), row -> {
            rows[0]++;
            List<@Nullable Object> flags = Arrays.asList(row).subList(1, row.length);
            if (!Objects.equals(row[0], junk.keyOf(flags))
                    && special.stream().noneMatch(expected -> Arrays.equals(expected, row))) {
                findings.add(new Finding(
                        junk.table().name().toString(),
                        "%s=%s".formatted(junk.table().primaryKey().getFirst(), row[0]),
                        "has not the key of its flags"));
            }
        });
        return new Compared(rows[0], findings);
    }

    private Compared compare(ComparedTable compared) {
        learnKeys();
        long parts = Math.max(1, (tables.count(compared.table()) + rowsAtHand - 1) / rowsAtHand);
        Predicate<Key> isAtHand = key -> Math.floorMod(spread(key.hashCode()), parts) == 0;
        TablePart live = new TablePart(compared);
        Standing standing = tables.read(compared.table(), row -> {
            if (live.keyOf(row).filter(isAtHand).isPresent()) {
                live.add(row);
            }
        });
        EmptyWarehouse folded = load(eventsOf(compared, isAtHand, standing));
        TablePart rebuilt = new TablePart(compared);
        folded.rows(compared.table().name()).stream()
                .filter(row -> rebuilt.keyOf(row).filter(isAtHand).isPresent())
                .forEach(rebuilt::add);
        compared.members().forEach((column, member) -> name(column, member, live, rebuilt, folded));
        return new Compared(live.rows().size(), differences(compared, live, rebuilt));
    }

    /// What came of comparing a table.
    ///
    /// @param rows how many live rows were compared
    record Compared(int rows, List<Finding> findings) {}

    /// Hash codes of small numbers are small numbers; their parts must nevertheless be alike.
    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    private EventsAtHand eventsOf(ComparedTable compared, Predicate<Key> isAtHand, Standing standing) {
        EventsAtHand atHand = new EventsAtHand();
        Map<LaneId, Long> after = new HashMap<>();
        while (isBehind(after, standing)) {
            List<LoggedEvent> events = rawLog.read(after, PAGE_EVENTS, PAGE_BYTES);
            if (events.isEmpty()) {
                break;
            }
            for (LoggedEvent event : events) {
                after.merge(event.at().lane(), event.at().position(), Math::max);
                if (wasLoaded(event, standing) && speaksOf(compared, isAtHand, event)) {
                    atHand.add(event);
                }
            }
        }
        return atHand;
    }

    private static boolean isBehind(Map<LaneId, Long> after, Standing standing) {
        return standing.cursors().entrySet().stream()
                .anyMatch(cursor -> after.getOrDefault(cursor.getKey(), 0L) < cursor.getValue());
    }

    private static boolean wasLoaded(LoggedEvent event, Standing standing) {
        return event.at().position()
                        <= standing.cursors().getOrDefault(event.at().lane(), 0L)
                && !standing.refused().contains(event.at());
    }

    private boolean speaksOf(ComparedTable compared, Predicate<Key> isAtHand, LoggedEvent event) {
        return reader.read(event) instanceof Reading.Typed typed
                && compared.keys().apply(identified(normalizer.normalize(List.of(typed.event())))).stream()
                        .anyMatch(isAtHand);
    }

    /// Events speak of individuals by all of their keys, and rows by one.
    private BatchChanges identified(BatchChanges said) {
        BatchChanges changes = said;
        for (Map.Entry<EntityName, Map<Key, Key>> known : identities.entrySet()) {
            changes = changes.identified(
                    known.getKey(), called -> known.getValue().getOrDefault(called, called));
        }
        return changes;
    }

    private void learnKeys() {
        for (AliasLayout aliases : layout.aliases()) {
            int width = aliases.keyWidth();
            Map<Key, Key> known = new HashMap<>();
            tables.read(aliases.table(), row -> known.put(Key.from(row, 0, width), Key.from(row, width, width)));
            identities.put(aliases.entity().name(), known);
        }
    }

    /// One batch of everything, because a warehouse that has nothing cannot be asked for what an
    /// earlier batch has written.
    private EmptyWarehouse load(EventsAtHand events) {
        EmptyWarehouse warehouse = new EmptyWarehouse(horizons(), identities);
        if (events.size() > 0) {
            LoadSettings settings =
                    new LoadSettings("rebuilt", Duration.ofDays(1), events.size(), Long.MAX_VALUE, events.size(), 1);
            LoadStep step = new LoadService(
                            layout, events, reader, warehouse, NOTHING_LOADED, ALONE, settings, Runnable::run)
                    .loadNext();
            if (!(step instanceof LoadStep.Loaded)) {
                throw new IllegalStateException("Events at hand were not loaded, but " + step);
            }
        }
        return warehouse;
    }

    /// Periods have rows as far as they have been filled.
    private Map<FactName, @Nullable Object[]> horizons() {
        Map<FactName, @Nullable Object[]> horizons = new HashMap<>();
        layout.horizons()
                .forEach(horizon -> tables.read(
                        horizon.table(), row -> horizons.put(horizon.fact().name(), row)));
        return horizons;
    }

    private static final Cursors NOTHING_LOADED = Map::of;

    /// Nobody else loads into a warehouse in memory.
    private static final LoaderLease ALONE = new LoaderLease() {
        @Override
        public OptionalLong acquire(String holder, Duration time) {
            return OptionalLong.of(1);
        }

        @Override
        public long takeOver(String holder, Duration time, Purpose purpose) {
            return 1;
        }

        @Override
        public void release(String holder) {
            // there is nobody to give it to
        }
    };

    private void name(
            ColumnName column, MemberLayout member, TablePart live, TablePart rebuilt, EmptyWarehouse folded) {
        Map<Long, Key> liveKeys = new HashMap<>();
        Set<Long> wanted = live.durableKeys(column);
        tables.read(member.table(), row -> {
            if (row[1] instanceof Long durable && wanted.contains(durable)) {
                TablePart.naturalKey(member, row).ifPresent(key -> liveKeys.put(durable, key));
            }
        });
        live.name(column, liveKeys);
        Map<Long, Key> foldedKeys = new HashMap<>();
        folded.rows(member.table().name()).forEach(row -> {
            if (row[1] instanceof Long durable) {
                TablePart.naturalKey(member, row).ifPresent(key -> foldedKeys.put(durable, key));
            }
        });
        rebuilt.name(column, foldedKeys);
    }

    private static List<Finding> differences(ComparedTable compared, TablePart live, TablePart rebuilt) {
        List<Finding> findings = new ArrayList<>();
        String table = compared.table().name().toString();
        Set<Key> identities = new HashSet<>(live.rows().keySet());
        identities.addAll(rebuilt.rows().keySet());
        for (Key identity : identities.stream().sorted().toList()) {
            @Nullable Object[] liveRow = live.rows().get(identity);
            @Nullable Object[] rebuiltRow = rebuilt.rows().get(identity);
            if (liveRow == null) {
                findings.add(new Finding(table, rebuilt.describe(identity), "is missing"));
            } else if (rebuiltRow == null) {
                if (!isMerelyNamed(compared, liveRow)) {
                    findings.add(new Finding(table, live.describe(identity), "comes from no event"));
                }
            } else {
                List<ColumnName> different = live.differences(liveRow, rebuiltRow);
                if (!different.isEmpty()) {
                    findings.add(new Finding(table, live.describe(identity), "differs in " + different));
                }
            }
        }
        return findings;
    }

    /// Other rows name it, whose events are not looked at here.
    private static boolean isMerelyNamed(ComparedTable compared, @Nullable Object[] row) {
        Cells cells = new Cells(compared.table(), row);
        return Boolean.TRUE.equals(cells.value(MemberLayout.IS_INFERRED))
                || Boolean.TRUE.equals(cells.value(EntityLayout.IS_INFERRED));
    }
}
