package dev.startide.domain.testkit.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.quality.LaneProgress;
import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.course.Happening.Arrives;
import dev.startide.domain.testkit.course.Happening.ArrivesUnknown;
import dev.startide.domain.testkit.course.Happening.ArrivesUnreadable;
import dev.startide.domain.testkit.course.Happening.Changes;
import dev.startide.domain.testkit.course.Happening.GoesWrong;
import dev.startide.domain.testkit.course.Happening.IsFilled;
import dev.startide.domain.testkit.course.Happening.IsLoaded;
import dev.startide.domain.testkit.oracle.ActualWarehouse;
import dev.startide.domain.testkit.oracle.Contradiction;
import dev.startide.domain.testkit.oracle.ListFold;
import dev.startide.domain.testkit.oracle.ReferenceFold;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Table;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Lets a course take place, and holds the warehouse to what the reference says of its events.
///
/// @param adapters of an empty warehouse
/// @param rowsOf all rows of a table, aligned with its written columns
public record CourseCheck(
        WarehouseLayout layout, AdaptersUnderTest adapters, Function<Table, List<@Nullable Object[]>> rowsOf) {

    /// Lets the course take place, loads what still waits, and compares.
    ///
    /// @throws AssertionError if the warehouse is not as it should be
    public void run(List<Happening> course) {
        WarehouseRun run = new WarehouseRun(adapters, layout);
        course.forEach(happening -> takePlace(happening, run));
        run.drain();
        lastDay(course).ifPresent(day -> run.fill(day, WarehouseRun.MANY, WarehouseRun.MANY));
        check(course);
    }

    /// Compares, after everything that arrived in a course was loaded.
    ///
    /// @throws AssertionError if the warehouse is not as it should be
    public void check(List<Happening> course) {
        assertThatItHoldsWhatTheReferenceSays(course);
        assertThatNothingIsMissing(course);
    }

    private static void takePlace(Happening happening, WarehouseRun run) {
        switch (happening) {
            case Arrives(var event, int lane) -> run.log(Integer.toString(lane), event.build());
            case ArrivesUnreadable(var source, int lane) -> run.logUnreadable(source, Integer.toString(lane));
            case ArrivesUnknown(var source, int lane) -> run.logUnknown(source, Integer.toString(lane));
            case IsLoaded() -> run.drain();
            case IsFilled(var day, int steps, int page) -> run.fill(day, steps, page);
            case GoesWrong(var mishap) -> run.expect(mishap);
            case Changes(var holder, int batch, int remembered) -> run.change(holder, batch, remembered);
        }
    }

    private void assertThatItHoldsWhatTheReferenceSays(List<Happening> course) {
        List<TypedEvent> events = course.stream()
                .filter(this::isLoaded)
                .map(arrival -> ((Arrives) arrival).event().build())
                .toList();
        ReferenceFold reference = ReferenceFold.of(layout.model());
        var expected =
                lastDay(course).map(reference::filledUntil).orElse(reference).fold(events);
        assertThat(expected.differences(ActualWarehouse.of(rowsOf, layout))).isEmpty();
    }

    private static Optional<LocalDate> lastDay(List<Happening> course) {
        return course.stream()
                .filter(IsFilled.class::isInstance)
                .map(filled -> ((IsFilled) filled).day())
                .max(Comparator.naturalOrder());
    }

    private void assertThatNothingIsMissing(List<Happening> course) {
        assertThat(total(LaneProgress::loaded)).as("loaded").isEqualTo(count(course, this::isLoaded));
        assertThat(total(LaneProgress::quarantined))
                .as("quarantined")
                .isEqualTo(count(course, this::isQuarantined))
                .isEqualTo(adapters.quarantine().get().size());
        assertThat(total(LaneProgress::ignored))
                .as("ignored")
                .isEqualTo(count(course, ArrivesUnknown.class::isInstance));
        assertThat(total(LaneProgress::waiting)).as("waiting").isZero();
    }

    private long total(ToLongFunction<LaneProgress> of) {
        return adapters.progress().lanes().stream().mapToLong(of).sum();
    }

    private static long count(List<Happening> course, Predicate<Happening> which) {
        return course.stream().filter(which).count();
    }

    private boolean isLoaded(Happening happening) {
        return happening instanceof Arrives(var event, int _) && !isQuarantined(event);
    }

    private boolean isQuarantined(Happening happening) {
        return happening instanceof ArrivesUnreadable
                || (happening instanceof Arrives(var event, int _) && isQuarantined(event));
    }

    private boolean isQuarantined(TypedEventBuilder event) {
        return Poison.isIn(event)
                || Contradiction.isIn(event.build(), layout.model())
                || ListFold.hasBadWeights(event.build(), layout.model());
    }
}
