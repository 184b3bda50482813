package dev.startide.domain.testkit.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.normalize.TypedEvent;
import dev.startide.domain.port.inbound.ShowQuarantine;
import dev.startide.domain.quality.LaneProgress;
import dev.startide.domain.quarantine.ActionOrder;
import dev.startide.domain.quarantine.ActionOrder.Verb;
import dev.startide.domain.quarantine.Amendment;
import dev.startide.domain.quarantine.QuarantineEntry;
import dev.startide.domain.quarantine.QuarantineFilter;
import dev.startide.domain.testkit.AdaptersUnderTest;
import dev.startide.domain.testkit.QuarantineAdapters;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.oracle.ActualWarehouse;
import dev.startide.domain.testkit.oracle.Contradiction;
import dev.startide.domain.testkit.oracle.ListFold;
import dev.startide.domain.testkit.oracle.ReferenceFold;
import dev.startide.warehouse.layout.WarehouseLayout;
import dev.startide.warehouse.schema.Table;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Lets a course through the quarantine take place, tries again what is left, and holds the
/// warehouse to what the reference says of the same events had none of them ever been set aside.
public final class OrdealCheck {

    private final WarehouseLayout layout;
    private final AdaptersUnderTest adapters;
    private final QuarantineAdapters quarantine;
    private final Function<Table, List<@Nullable Object[]>> rowsOf;
    private final WarehouseRun run;
    private final Map<LanePosition, TypedEventBuilder> events = new LinkedHashMap<>();
    private final Set<LanePosition> poisoned = new HashSet<>();
    private final Set<LanePosition> discarded = new HashSet<>();

    /// @param adapters of an empty warehouse
    /// @param quarantine of the same one
    /// @param rowsOf all rows of a table, aligned with its written columns
    public OrdealCheck(
            WarehouseLayout layout,
            AdaptersUnderTest adapters,
            QuarantineAdapters quarantine,
            Function<Table, List<@Nullable Object[]>> rowsOf) {
        this.layout = layout;
        this.adapters = adapters;
        this.quarantine = quarantine;
        this.rowsOf = rowsOf;
        this.run = new WarehouseRun(adapters, layout, quarantine);
    }

    /// Lets the course take place, heals and corrects everything, and compares.
    ///
    /// @return the run, in which everything is loaded
    public WarehouseRun check(List<Ordeal> course) {
        course.forEach(this::takePlace);
        run.drain();
        run.heal();
        for (LanePosition at : Set.copyOf(poisoned)) {
            if (held().contains(at)) {
                correct(at);
            }
        }
        ask(new Verb.Retry(), QuarantineFilter.ALL);
        run.drain();
        assertThatItHoldsWhatTheReferenceSays();
        assertThatNothingIsMissing();
        return run;
    }

    private void takePlace(Ordeal ordeal) {
        switch (ordeal) {
            case Ordeal.Arrives(var event, int lane) -> events.put(run.log(name(lane), event.build()), event);
            case Ordeal.ArrivesSick(var event, int lane) -> events.put(run.logSick(name(lane), event.build()), event);
            case Ordeal.ArrivesPoisoned(var event, int lane) -> {
                LanePosition at = run.log(name(lane), Poison.in(event).build());
                events.put(at, event);
                poisoned.add(at);
            }
            case Ordeal.IsLoaded() -> run.drain();
            case Ordeal.IsHealed() -> run.heal();
            case Ordeal.IsRetried() -> ask(new Verb.Retry(), QuarantineFilter.ALL);
            case Ordeal.IsCorrected(int which) -> one(which).forEach(this::correct);
            case Ordeal.IsDiscarded(int which) -> one(which).forEach(this::discard);
            case Ordeal.GoesWrong(var mishap) -> run.expect(mishap);
            case Ordeal.Changes(int batch) -> run.change("loader", batch, WarehouseRun.MANY);
        }
    }

    private static String name(int lane) {
        return Integer.toString(lane);
    }

    private void correct(LanePosition at) {
        byte[] said = run.payloadOf(events.get(at).build()).getBytes(StandardCharsets.UTF_8);
        ask(new Verb.Edit(new Amendment.Corrected("text/plain", said)), QuarantineFilter.only(at));
        poisoned.remove(at);
        discarded.remove(at);
    }

    private void discard(LanePosition at) {
        ask(new Verb.Discard(), QuarantineFilter.only(at));
        discarded.add(at);
    }

    private void ask(Verb verb, QuarantineFilter filter) {
        quarantine.service().ask(new ActionOrder(verb, "anna", "a reason", ""), filter, Long.MAX_VALUE, _ -> {});
    }

    private List<LanePosition> one(int which) {
        List<LanePosition> held = held();
        return held.isEmpty() ? List.of() : List.of(held.get(which % held.size()));
    }

    private List<LanePosition> held() {
        return quarantine.quarantine().page(QuarantineFilter.ALL, ShowQuarantine.START, WarehouseRun.MANY).stream()
                .map(QuarantineEntry::event)
                .map(event -> event.at())
                .toList();
    }

    private void assertThatItHoldsWhatTheReferenceSays() {
        List<TypedEvent> wanted = events.entrySet().stream()
                .filter(event -> !discarded.contains(event.getKey()) && isSound(event.getValue()))
                .map(event -> event.getValue().build())
                .toList();
        var expected = ReferenceFold.of(layout.model()).fold(wanted);
        assertThat(expected.differences(ActualWarehouse.of(rowsOf, layout))).isEmpty();
    }

    private void assertThatNothingIsMissing() {
        long unsound = events.entrySet().stream()
                .filter(event -> !discarded.contains(event.getKey()) && !isSound(event.getValue()))
                .count();
        assertThat(total(LaneProgress::waiting)).as("waiting").isZero();
        assertThat(total(LaneProgress::ignored)).as("ignored").isEqualTo(discarded.size());
        assertThat(total(LaneProgress::quarantined))
                .as("quarantined")
                .isEqualTo(unsound)
                .isEqualTo(held().size());
        assertThat(total(LaneProgress::loaded)).as("loaded").isEqualTo(events.size() - discarded.size() - unsound);
        assertThat(quarantine.actions().waiting(1)).as("asked for").isEmpty();
    }

    private boolean isSound(TypedEventBuilder event) {
        return !Contradiction.isIn(event.build(), layout.model())
                && !ListFold.hasBadWeights(event.build(), layout.model());
    }

    private long total(ToLongFunction<LaneProgress> of) {
        return adapters.progress().lanes().stream().mapToLong(of).sum();
    }
}
