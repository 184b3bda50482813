package dev.startide.domain.testkit.memory;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.port.outbound.Warehouse;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.star.Horizon;
import dev.startide.domain.star.LoadWrites;
import dev.startide.domain.star.StoredFact;
import dev.startide.domain.star.StoredMember;
import dev.startide.warehouse.layout.AliasLayout;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.layout.ChangeLayout;
import dev.startide.warehouse.layout.EntityLayout;
import dev.startide.warehouse.layout.FactHorizon;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.FactMemory;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.layout.OutriggerLayout;
import dev.startide.warehouse.schema.ColumnName;
import dev.startide.warehouse.schema.TableName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A warehouse in memory: as strict as a database, and able to fail on request.
public final class InMemoryWarehouse implements Warehouse {

    /// How a write goes.
    public enum Fault {
        /// It goes well; stands before the faults of later writes.
        NONE,
        /// Nothing is written.
        BEFORE_COMMIT,
        /// Everything is written, but the answer is lost.
        AFTER_COMMIT,
        /// Nothing is written, in favour of another transaction.
        CONFLICT
    }

    private final InMemoryDatabase database;
    private final Queue<Fault> faults = new ArrayDeque<>();
    private BiPredicate<TableName, @Nullable Object[]> refuses = (table, row) -> false;

    public InMemoryWarehouse(InMemoryDatabase database) {
        this.database = database;
    }

    /// Refuses each row that fits, for its data, from now on.
    public void refuse(BiPredicate<TableName, @Nullable Object[]> rows) {
        synchronized (database) {
            refuses = rows;
        }
    }

    /// The next writes go in these ways, in this order.
    public void failNext(Fault... next) {
        synchronized (database) {
            faults.addAll(List.of(next));
        }
    }

    /// All rows of a table, in no particular order.
    public List<@Nullable Object[]> rows(TableName table) {
        synchronized (database) {
            return database.table(table).rows();
        }
    }

    /// Puts a value into a column of every row, as somebody who goes past the loader.
    public void damage(TableName name, ColumnName column, Object value) {
        synchronized (database) {
            InMemoryTable table = database.table(name);
            table.rows().forEach(row -> table.set(table.keyOf(row), table.indexOf(column), value));
        }
    }

    /// The quarantine.
    public List<QuarantinedEvent> quarantined() {
        synchronized (database) {
            return List.copyOf(database.quarantined());
        }
    }

    @Override
    public Map<Key, @Nullable Object[]> entities(EntityLayout layout, Collection<Key> keys) {
        synchronized (database) {
            InMemoryTable table = database.table(layout.table().name());
            Map<Key, @Nullable Object[]> found = new LinkedHashMap<>();
            keys.forEach(key -> table.row(key).ifPresent(row -> found.put(key, row)));
            return found;
        }
    }

    @Override
    public Map<Key, Key> identities(AliasLayout layout, Collection<Key> keys) {
        synchronized (database) {
            int width = layout.keyWidth();
            List<@Nullable Object[]> rows =
                    database.table(layout.table().name()).rows();
            Set<Key> wanted = rows.stream()
                    .filter(row -> keys.contains(Key.from(row, 0, width)))
                    .map(row -> Key.from(row, width, width))
                    .collect(Collectors.toSet());
            return rows.stream()
                    .filter(row -> wanted.contains(Key.from(row, width, width)))
                    .collect(Collectors.toMap(row -> Key.from(row, 0, width), row -> Key.from(row, width, width)));
        }
    }

    @Override
    public Map<Key, List<@Nullable Object[]>> changes(ChangeLayout layout, Map<Key, Instant> since) {
        synchronized (database) {
            Map<Key, List<@Nullable Object[]>> found =
                    grouped(layout.table().name(), 0, layout.keyWidth(), since.keySet());
            found.forEach(
                    (key, rows) -> rows.removeIf(row -> ((Instant) row[layout.orderAt()]).isBefore(since.get(key))));
            return found;
        }
    }

    @Override
    public Map<Key, StoredMember> members(MemberLayout layout, Collection<Key> naturalKeys) {
        synchronized (database) {
            Map<Key, StoredMember> found = new LinkedHashMap<>();
            grouped(layout.table().name(), layout.naturalKeyAt(), layout.naturalKeyWidth(), naturalKeys)
                    .forEach((key, versions) -> found.put(key, new StoredMember(byValidity(layout, versions))));
            return found;
        }
    }

    @Override
    public Map<Key, StoredMember> referring(
            MemberLayout layout, OutriggerLayout reference, Collection<Long> durableKeys) {
        synchronized (database) {
            Set<Key> referring = new LinkedHashSet<>();
            for (@Nullable Object[] row : database.table(layout.table().name()).rows()) {
                if (durableKeys.contains(row[reference.durableKeyAt()]) && row[layout.naturalKeyAt()] != null) {
                    referring.add(Key.from(row, layout.naturalKeyAt(), layout.naturalKeyWidth()));
                }
            }
            return members(layout, referring);
        }
    }

    @Override
    public Map<Key, StoredFact> facts(FactLayout layout, Collection<Key> grains) {
        synchronized (database) {
            FactMembers members = new FactMembers(database, layout);
            InMemoryTable table = database.table(layout.table().name());
            Map<Key, StoredFact> found = new LinkedHashMap<>();
            for (Key grain : grains) {
                table.row(grain)
                        .ifPresent(row -> found.put(
                                grain,
                                new StoredFact(row, members.of(row), members.flagsOf(row), members.sharesOf(grain))));
            }
            return found;
        }
    }

    @Override
    public Map<Key, List<@Nullable Object[]>> remembered(FactMemory memory, Collection<Key> grains) {
        synchronized (database) {
            return grouped(memory.table().name(), 0, memory.grainWidth(), grains);
        }
    }

    @Override
    public List<Key> grains(FactMemory memory, Horizon.Passed after, int limit) {
        synchronized (database) {
            return database.table(memory.table().name()).rows().stream()
                    .map(row -> Key.from(row, 0, memory.grainWidth()))
                    .distinct()
                    .filter(grain -> !isPassed(grain, after))
                    .sorted()
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public Set<Key> passed(FactMemory memory, Horizon.Passed upTo, Collection<Key> grains) {
        return grains.stream().filter(grain -> isPassed(grain, upTo)).collect(Collectors.toSet());
    }

    private static boolean isPassed(Key grain, Horizon.Passed passed) {
        return passed instanceof Horizon.Passed.UpTo(var last) && grain.compareTo(last) <= 0;
    }

    @Override
    public Optional<@Nullable Object[]> horizon(FactHorizon layout) {
        synchronized (database) {
            return database.table(layout.table().name()).rows().stream().findFirst();
        }
    }

    @Override
    public long highestKey(MemberLayout layout) {
        synchronized (database) {
            return database.table(layout.table().name()).rows().stream()
                    .flatMap(row -> Stream.of(row[0], row[1]))
                    .mapToLong(key -> (Long) key)
                    .filter(key -> key > 0)
                    .max()
                    .orElse(0);
        }
    }

    @Override
    public Set<LocalDate> days(CalendarLayout layout) {
        synchronized (database) {
            Set<LocalDate> days = new HashSet<>();
            for (@Nullable Object[] row : database.table(layout.table().name()).rows()) {
                if (row[1] instanceof LocalDate day) {
                    days.add(day);
                }
            }
            return days;
        }
    }

    @Override
    public void write(LoadWrites writes, long epoch) {
        synchronized (database) {
            Fault fault = faults.isEmpty() ? Fault.NONE : faults.remove();
            switch (fault) {
                case NONE -> commit(writes, epoch);
                case BEFORE_COMMIT -> throw unavailable();
                case CONFLICT ->
                    throw StartideException.because(
                            FailureCode.DATABASE_CONFLICT, "The transaction was given up for another; try again");
                case AFTER_COMMIT -> {
                    commit(writes, epoch);
                    throw unavailable();
                }
            }
        }
    }

    private void commit(LoadWrites writes, long epoch) {
        new Transaction(database, refuses).write(writes, epoch);
    }

    private Map<Key, List<@Nullable Object[]>> grouped(TableName table, int at, int width, Collection<Key> keys) {
        Set<Key> wanted = new HashSet<>(keys);
        Map<Key, List<@Nullable Object[]>> found = new LinkedHashMap<>();
        for (@Nullable Object[] row : database.table(table).rows()) {
            if (row[at] != null) {
                Key key = Key.from(row, at, width);
                if (wanted.contains(key)) {
                    found.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
                }
            }
        }
        return found;
    }

    private static List<@Nullable Object[]> byValidity(MemberLayout layout, List<@Nullable Object[]> versions) {
        int validFrom = layout.versionAt() + 1;
        return versions.stream()
                .sorted(Comparator.comparing(row -> (Instant) row[validFrom]))
                .toList();
    }

    private static StartideException unavailable() {
        return StartideException.because(
                FailureCode.DATABASE_UNAVAILABLE, "The connection to the database was lost; try again");
    }
}
