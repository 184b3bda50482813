package dev.startide.domain.star;

import dev.startide.domain.normalize.Register;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.star.Attribute;
import dev.startide.warehouse.star.FactKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The instant as of which the members of a fact are looked up.
///
/// @param layout of the fact
/// @param storedAt the index, in a row, of the time as it was said
/// @param fallbacks the slots with instants that stand in for a time that was not said: the
///     earliest of them does
record FactTime(FactLayout layout, int storedAt, List<Integer> fallbacks) {

    FactTime {
        fallbacks = List.copyOf(fallbacks);
    }

    static FactTime of(FactLayout layout) {
        return switch (layout.fact().kind()) {
            case FactKind.Transaction _, FactKind.Periodic _ -> new FactTime(layout, layout.eventTimeAt(), List.of());
            case FactKind.Accumulating(var milestones) -> {
                List<Attribute> stored = layout.fact().storedInputs();
                int firstInput = layout.slots() - stored.size();
                yield new FactTime(
                        layout,
                        layout.storedInputsAt() + indexOf(stored, layout.fact().time()),
                        milestones.stream()
                                .map(milestone -> firstInput + indexOf(stored, milestone))
                                .toList());
            }
        };
    }

    /// The time of what accumulates may not be said yet: then it is the earliest milestone, and
    /// without any, the time of the latest change.
    Instant in(Register register) {
        if (register.value(0) instanceof Instant said) {
            return said;
        }
        if (fallbacks.isEmpty()) {
            throw new IllegalStateException(
                    "A fact of %s has no time".formatted(layout.fact().name()));
        }
        return fallbacks.stream()
                .flatMap(slot -> register.value(slot) instanceof Instant reached ? Stream.of(reached) : Stream.empty())
                .min(Instant::compareTo)
                .orElse(register.latest().at());
    }

    private static int indexOf(List<Attribute> stored, Attribute wanted) {
        return IntStream.range(0, stored.size())
                .filter(index -> stored.get(index).name().equals(wanted.name()))
                .findFirst()
                .orElseThrow();
    }
}
