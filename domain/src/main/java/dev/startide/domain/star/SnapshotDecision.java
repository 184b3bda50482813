package dev.startide.domain.star;

import dev.startide.domain.normalize.FactChange;
import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.layout.FactHorizon;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.FactMemory;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.star.DimensionName;
import dev.startide.warehouse.star.FactKind;
import dev.startide.warehouse.star.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides the rows of one part of a snapshot: of some things, for the periods that have been
/// closed since the last one.
public final class SnapshotDecision {

    /// One transaction takes no further thing once it writes more.
    private static final int ROWS = 20_000;

    /// So many periods of all things are filled before later ones are: one thing, which is written as
    /// a whole, has no more rows. Eleven years of days, so that few warehouses need a second step.
    static final int PERIODS = 4_000;

    private final FactMemory memory;
    private final FactHorizon horizon;
    private final FactKind.Periodic kind;
    private final PeriodRows rows;
    private final FactMemoryRows changes;
    private final RowCollector table;
    private final RowCollector horizons;
    private final GeneratedRows generated;

    /// What comes after a part of a snapshot.
    public enum Behind {
        /// More things, perhaps.
        OTHERS,
        /// It is the last part.
        NOTHING
    }

    /// What a part of a snapshot writes.
    ///
    /// @param things of how many things
    /// @param rows of the fact
    public record Decided(List<TableWrites> tables, int things, int rows) {}

    public SnapshotDecision(WarehouseLayout layout, FactHorizon horizon, Workspace workspace) {
        this.horizon = horizon;
        this.memory = layout.memoryOf(horizon.fact().name()).orElseThrow();
        this.kind = periodic(horizon);
        FactLayout fact = layout.facts().stream()
                .filter(candidate -> candidate.fact().equals(horizon.fact()))
                .findFirst()
                .orElseThrow();
        this.rows = new PeriodRows(fact, kind, layout.model().timeZone(), new KnownKeys(workspace));
        this.changes = new FactMemoryRows(memory);
        this.table = new RowCollector(fact.table());
        this.horizons = new RowCollector(horizon.table());
        this.generated = new GeneratedRows(layout, workspace);
    }

    /// The horizon that a day leads to, or the next step there: none if every period that is over has
    /// its rows.
    ///
    /// @param stored as the warehouse has it; none if nothing has been filled yet
    public static Horizon towards(FactHorizon layout, LocalDate day, List<Horizon> stored) {
        Horizon now = stored.isEmpty() ? Horizon.initial() : stored.getFirst();
        LocalDate wanted = nextStep(periodic(layout), now.until(), day);
        boolean isGoingOn = now.target().isAfter(now.until());
        return isGoingOn || !wanted.isAfter(now.until())
                ? now
                : new Horizon(now.until(), wanted, new Horizon.Passed.None(), Set.of());
    }

    private static LocalDate nextStep(FactKind.Periodic kind, LocalDate until, LocalDate day) {
        LocalDate wanted = kind.every().periodOf(day);
        LocalDate first = kind.every().periodOf(kind.from());
        LocalDate furthest = kind.every().after(until.isAfter(first) ? until : first, PERIODS);
        return wanted.isAfter(furthest) ? furthest : wanted;
    }

    /// The natural keys that things have in a role, so that the members are known before it is
    /// decided.
    public Set<Key> named(int role, Map<Key, List<@Nullable Object[]>> stored) {
        Set<Key> named = new HashSet<>();
        changes.named(role, stored.values(), named);
        return named;
    }

    /// Decides a part.
    ///
    /// @param going the horizon with what is being reached
    /// @param stored whether the warehouse has a horizon already
    /// @param page the next things, in the database's order
    /// @param behind whether there are others behind them
    /// @param kept the changes of these things
    public Decided decide(
            Horizon going, Stored stored, List<Key> page, Behind behind, Map<Key, List<@Nullable Object[]>> kept) {
        int things = 0;
        int written = 0;
        for (Key grain : page) {
            if (written > ROWS) {
                break;
            }
            written += fill(grain, kept.getOrDefault(grain, List.of()), going);
            things++;
        }
        boolean isReached = behind == Behind.NOTHING && things == page.size();
        Horizon next = isReached
                ? new Horizon(going.target(), going.target(), new Horizon.Passed.None(), Set.of())
                : new Horizon(going.until(), going.target(), new Horizon.Passed.UpTo(page.get(things - 1)), Set.of());
        switch (stored) {
            case THERE -> horizons.update(next.write(horizon));
            case MISSING -> horizons.insert(next.write(horizon));
        }
        List<TableWrites> tables = new ArrayList<>(generated.writes());
        tables.add(table.writes());
        tables.add(horizons.writes());
        return new Decided(tables.stream().filter(writes -> !writes.isEmpty()).toList(), things, written);
    }

    /// Whether a horizon has a row.
    public enum Stored {
        THERE,
        MISSING
    }

    private int fill(Key grain, List<@Nullable Object[]> kept, Horizon going) {
        List<FactChange> inOrder = kept.stream()
                .map(changes::readChange)
                .sorted(Comparator.comparing(FactChange::order))
                .toList();
        var filled = rows.of(grain, inOrder, kind.every().periodOf(going.until()), going.target());
        filled.values().forEach(table::insert);
        return filled.size();
    }

    private static FactKind.Periodic periodic(FactHorizon horizon) {
        return switch (horizon.fact().kind()) {
            case FactKind.Periodic periodic -> periodic;
            case FactKind.Transaction _, FactKind.Accumulating _ ->
                throw new IllegalArgumentException(
                        "%s is not periodic".formatted(horizon.fact().name()));
        };
    }

    /// Every member that a kept change names has been met when it was loaded.
    private final class KnownKeys implements FactRows.Keys {

        private final Workspace workspace;

        KnownKeys(Workspace workspace) {
            this.workspace = workspace;
        }

        @Override
        public Member member(DimensionName dimension, Key naturalKey) {
            return workspace
                    .member(dimension, naturalKey)
                    .orElseThrow(() -> new IllegalStateException("A change names a member that is not there"));
        }

        @Override
        public long combination(DimensionName dimension, List<? extends @Nullable Object> values) {
            return generated.combination(dimension, values);
        }

        @Override
        public int day(Role.OfDay role, LocalDate day) {
            return generated.day(role, day);
        }
    }
}
