package dev.startide.domain.star;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.normalize.FactChange;
import dev.startide.warehouse.star.FactName;
import java.util.Collection;
import java.util.List;

/// Bounds what late changes of a batch write of periods that are filled already: a change of long
/// ago has a row in each of them.
final class PeriodBound {

    /// Beyond that a batch is loaded in smaller ones.
    static final int ROWS_OF_BATCH = 100_000;

    /// Beyond that an event is set aside: its list names many things of long ago. Enough for a list
    /// of 5,000 things that is three months late, or for ten that were told of in 1900.
    static final int ROWS_OF_EVENT = 500_000;

    private final FactName fact;
    private final int most;
    private int rows;

    private PeriodBound(FactName fact, int most) {
        this.fact = fact;
        this.most = most;
    }

    /// What holds for changes that are decided together.
    static PeriodBound of(FactName fact, Collection<List<FactChange>> stated) {
        long events = stated.stream()
                .flatMap(List::stream)
                .map(FactChange::cause)
                .distinct()
                .limit(2)
                .count();
        return new PeriodBound(fact, events > 1 ? ROWS_OF_BATCH : ROWS_OF_EVENT);
    }

    /// Counts a row.
    ///
    /// @throws StartideException `ROWS_EXCEEDED` if there are too many
    void count() {
        if (++rows > most) {
            throw StartideException.because(
                    FailureCode.ROWS_EXCEEDED,
                    "Changes of long ago would write more than %d rows of periods of %s that are filled already"
                            .formatted(most, fact));
        }
    }
}
