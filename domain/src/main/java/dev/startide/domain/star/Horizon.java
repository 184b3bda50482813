package dev.startide.domain.star;

import dev.startide.domain.normalize.Key;
import dev.startide.warehouse.layout.FactHorizon;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How far the periods of a periodic fact have been filled.
///
/// @param until periods that are over at the beginning of this day have their rows
/// @param target the day that is being reached; the same while nothing is going on
/// @param passed up to which thing it has been reached
/// @param ahead of the things that a batch speaks of, those for which the target is reached
public record Horizon(LocalDate until, LocalDate target, Passed passed, Set<Key> ahead) {

    private static final LocalDate BEFORE_EVERYTHING = LocalDate.of(1900, 1, 1);

    /// How far a snapshot has come among the things in their order.
    public sealed interface Passed {

        /// It has not begun.
        record None() implements Passed {}

        /// It has taken this one and all before it.
        record UpTo(Key grain) implements Passed {}
    }

    public Horizon {
        ahead = Set.copyOf(ahead);
    }

    /// Nothing has been filled yet.
    static Horizon initial() {
        return new Horizon(BEFORE_EVERYTHING, BEFORE_EVERYTHING, new Passed.None(), Set.of());
    }

    /// The horizon in a row of the fact's table for it.
    public static Horizon read(FactHorizon layout, @Nullable Object[] row) {
        int grain = FactHorizon.GRAIN_AT;
        Passed passed = row[grain] == null
                ? new Passed.None()
                : new Passed.UpTo(Key.from(row, grain, layout.fact().grain().size()));
        if (!(row[1] instanceof LocalDate until && row[2] instanceof LocalDate target)) {
            throw new IllegalArgumentException("A horizon has no days");
        }
        return new Horizon(until, target, passed, Set.of());
    }

    @Nullable
    Object[] write(FactHorizon layout) {
        @Nullable Object[] row = new Object[layout.table().columns().size()];
        row[0] = 1;
        row[1] = until;
        row[2] = target;
        if (passed instanceof Passed.UpTo(var grain)) {
            grain.writeTo(row, FactHorizon.GRAIN_AT);
        }
        return row;
    }

    /// The day up to which the periods of a thing are filled.
    LocalDate untilOf(Key grain) {
        return ahead.contains(grain) ? target : until;
    }

    /// The same, of things of which some are ahead of the others.
    public Horizon withAhead(Set<Key> grains) {
        return new Horizon(until, target, passed, grains);
    }
}
