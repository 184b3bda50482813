package dev.startide.domain.testkit.course;

import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.course.Ordeal.Arrives;
import dev.startide.domain.testkit.course.Ordeal.ArrivesPoisoned;
import dev.startide.domain.testkit.course.Ordeal.ArrivesSick;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Random courses through the quarantine.
///
/// @param business random events in random order, some of them doubled
public record Ordeals(Function<Gen, List<TypedEventBuilder>> business) {

    private static final int LANES = 2;

    /// About half of the events cannot be loaded at first.
    public List<Ordeal> some(Gen gen) {
        List<Ordeal> course = new ArrayList<>();
        course.add(change(gen));
        for (TypedEventBuilder event : business.apply(gen)) {
            int lane = gen.between(0, LANES - 1);
            course.add(
                    switch (gen.between(0, 5)) {
                        case 0, 1 -> new ArrivesSick(event, lane);
                        case 2 -> new ArrivesPoisoned(event, lane);
                        default -> new Arrives(event, lane);
                    });
            if (gen.onceIn(2)) {
                course.add(interruption(gen));
            }
        }
        return course;
    }

    private static Ordeal interruption(Gen gen) {
        return switch (gen.between(0, 9)) {
            case 0 -> new Ordeal.IsHealed();
            case 1, 2 -> new Ordeal.IsRetried();
            case 3 -> new Ordeal.IsCorrected(gen.between(0, 5));
            case 4 -> new Ordeal.IsDiscarded(gen.between(0, 5));
            case 5 -> new Ordeal.GoesWrong(gen.oneOf(Mishap.values()));
            case 6 -> change(gen);
            default -> new Ordeal.IsLoaded();
        };
    }

    private static Ordeal change(Gen gen) {
        return new Ordeal.Changes(gen.oneOf(1, 2, 3, WarehouseRun.MANY));
    }
}
