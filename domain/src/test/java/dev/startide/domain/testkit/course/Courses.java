package dev.startide.domain.testkit.course;

import dev.startide.domain.testkit.Gen;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.course.Happening.Arrives;
import dev.startide.domain.testkit.course.Happening.ArrivesUnknown;
import dev.startide.domain.testkit.course.Happening.ArrivesUnreadable;
import dev.startide.domain.testkit.course.Happening.Changes;
import dev.startide.domain.testkit.course.Happening.GoesWrong;
import dev.startide.domain.testkit.course.Happening.IsFilled;
import dev.startide.domain.testkit.course.Happening.IsLoaded;
import dev.startide.warehouse.mapping.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Random courses through which the events of a business may come.
///
/// @param business random events in random order, some of them doubled
/// @param sources of the model
/// @param days on which periods are filled; none if no fact has periods
public record Courses(Function<Gen, List<TypedEventBuilder>> business, List<Source> sources, List<LocalDate> days) {

    private static final int LANES = 3;
    private static final int KINDS = 11;
    private static final int KINDS_WITH_PERIODS = 14;

    /// Courses of a model without periodic facts.
    public Courses(Function<Gen, List<TypedEventBuilder>> business, List<Source> sources) {
        this(business, sources, List.of());
    }

    /// Events arrive in several lanes, are loaded now and then in batches of any size, by loaders
    /// that remember much or little; now and then something goes wrong.
    public List<Happening> some(Gen gen) {
        List<Happening> course = new ArrayList<>();
        int lanes = gen.between(1, LANES);
        course.add(change(gen));
        for (TypedEventBuilder event : business.apply(gen)) {
            course.add(new Arrives(event, gen.between(0, lanes - 1)));
            if (gen.onceIn(3)) {
                course.add(interruption(gen, event, lanes));
            }
        }
        return course;
    }

    private Happening interruption(Gen gen, TypedEventBuilder event, int lanes) {
        return switch (gen.between(0, days.isEmpty() ? KINDS : KINDS_WITH_PERIODS)) {
            case 0 -> new ArrivesUnreadable(gen.oneOf(sources), gen.between(0, lanes - 1));
            case 1 -> new ArrivesUnknown(gen.oneOf(sources), gen.between(0, lanes - 1));
            case 2 -> new Arrives(Poison.in(event), gen.between(0, lanes - 1));
            case 3, 4 -> change(gen);
            case 5, 6, 7 -> new GoesWrong(gen.oneOf(Mishap.values()));
            case 12, 13, 14 -> new IsFilled(gen.oneOf(days), gen.between(1, 5), gen.between(1, 3));
            default -> new IsLoaded();
        };
    }

    private static Happening change(Gen gen) {
        return new Changes(
                "loader-" + gen.between(1, 2),
                gen.oneOf(1, 2, 3, 5, WarehouseRun.MANY),
                gen.oneOf(1, 2, WarehouseRun.MANY));
    }
}
