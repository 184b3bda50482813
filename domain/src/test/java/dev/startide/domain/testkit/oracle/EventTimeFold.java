package dev.startide.domain.testkit.oracle;

import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.Fact;
import dev.startide.warehouse.star.FactKind;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/// When a fact happened, from all that was said of it.
final class EventTimeFold {

    private EventTimeFold() {}

    /// The time that was said last. Where none was, or it was taken back, the earliest milestone
    /// that stands; where none does, the time of the latest statement.
    static Instant of(Fact fact, List<Said> inOrder) {
        if (Said.last(inOrder, FactFold.TIME) instanceof Instant said) {
            return said;
        }
        TreeSet<Instant> reached = new TreeSet<>();
        if (fact.kind() instanceof FactKind.Accumulating(var milestones)) {
            for (Attribute milestone : milestones) {
                if (Said.last(inOrder, milestone.name()) instanceof Instant instant) {
                    reached.add(instant);
                }
            }
        }
        return reached.isEmpty() ? inOrder.getLast().order().at() : reached.first();
    }
}
