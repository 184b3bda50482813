package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.EventBuilder.events;
import static dev.startide.domain.testkit.WritesBuilder.aWrite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneId;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LanePart;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.event.LoggedEvent;
import dev.startide.domain.event.OpenLane;
import dev.startide.domain.port.inbound.ShowQuarantine;
import dev.startide.domain.port.outbound.EventLookup;
import dev.startide.domain.quality.EventStanding;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.quarantine.ActionOrder;
import dev.startide.domain.quarantine.ActionOrder.Verb;
import dev.startide.domain.quarantine.ActionProgress;
import dev.startide.domain.quarantine.Amendment;
import dev.startide.domain.quarantine.EventAction;
import dev.startide.domain.quarantine.QuarantineAction;
import dev.startide.domain.quarantine.QuarantineEntry;
import dev.startide.domain.quarantine.QuarantineFilter;
import dev.startide.domain.quarantine.QuarantineSum;
import dev.startide.domain.quarantine.Retried;
import dev.startide.domain.star.CursorMove;
import dev.startide.domain.star.LoadWrites;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.warehouse.mapping.EventName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the quarantine promises, and what is kept of what is done with it. An adapter proves itself
/// by extending this class and supplying an empty database that has the schema of the shop.
public abstract class QuarantineContract {

    private static final EventName MOVED = new EventName("customer_moved");
    private static final ActionOrder RETRY = new ActionOrder(new Verb.Retry(), "anna", "the model was mended", "");
    private static final ActionOrder DISCARD = new ActionOrder(new Verb.Discard(), "anna", "a test of ours", "");
    private static final long MANY_BYTES = 1_000_000;

    private AdaptersUnderTest adapters;
    private QuarantineAdapters quarantine;
    private OpenLane lane;
    private long epoch;

    /// The adapters of a database with the schema of the shop, and nothing in it.
    protected abstract AdaptersUnderTest adapters();

    /// The adapters for the quarantine of the same database.
    protected abstract QuarantineAdapters quarantine();

    /// Five events, of which the second, third and fifth are set aside.
    @BeforeEach
    final void setThreeAside() {
        adapters = adapters();
        quarantine = quarantine();
        lane = adapters.rawLog().open(Shop.CUSTOMERS, new LaneName("lane-0"));
        adapters.rawLog().append(Shop.CUSTOMERS, IngestBatch.of(lane, events("e-1", "e-2", "e-3", "e-4", "e-5")));
        epoch = adapters.lease().acquire("loader", Duration.ofHours(1)).orElseThrow();
        write(aWrite().quarantining(held(2, Rejection.Reason.TYPE_MISMATCH))
                .quarantining(held(3, Rejection.Reason.FIELD_MISSING))
                .quarantining(held(5, Rejection.Reason.TYPE_MISMATCH))
                .moving(new CursorMove(lane.id(), 0, 5, 2, 3, Map.of()))
                .build());
    }

    @Test
    void showsWhatIsThereInTheOrderOfPositions() {
        // When
        List<QuarantineEntry> page = quarantine.quarantine().page(QuarantineFilter.ALL, ShowQuarantine.START, 10);

        // Then
        assertThat(page)
                .extracting(QuarantineEntry::event)
                .containsExactly(
                        held(2, Rejection.Reason.TYPE_MISMATCH),
                        held(3, Rejection.Reason.FIELD_MISSING),
                        held(5, Rejection.Reason.TYPE_MISMATCH));
        assertThat(page).extracting(QuarantineEntry::attempts).containsOnly(1);
    }

    @Test
    void showsPageAfterPage() {
        // When
        List<QuarantineEntry> page = quarantine.quarantine().page(QuarantineFilter.ALL, at(2), 1);

        // Then
        assertThat(page).extracting(entry -> entry.event().at()).containsExactly(at(3));
    }

    @Test
    void countsBySourceAndReason() {
        // When
        List<QuarantineSum> sums = quarantine.quarantine().sums(QuarantineFilter.ALL);

        // Then
        assertThat(sums)
                .containsExactly(
                        new QuarantineSum(Shop.CUSTOMERS.name(), Rejection.Reason.FIELD_MISSING, 1),
                        new QuarantineSum(Shop.CUSTOMERS.name(), Rejection.Reason.TYPE_MISMATCH, 2));
    }

    @Test
    void showsOnlyWhatFitsEverythingThatIsSaid() {
        assertThat(found(filter(Set.of(Rejection.Reason.TYPE_MISMATCH), Set.of(), Set.of())))
                .containsExactly(at(2), at(5));
        assertThat(found(filter(Set.of(), Set.of(MOVED), Set.of()))).containsExactly(at(5));
        assertThat(found(filter(Set.of(), Set.of(), Set.of(lane.id())))).hasSize(3);
        assertThat(found(filter(Set.of(), Set.of(), Set.of(new LaneId(lane.id().value() + 1)))))
                .isEmpty();
        assertThat(found(QuarantineFilter.only(at(3)))).containsExactly(at(3));
        assertThat(found(filter(Set.of(Rejection.Reason.FIELD_MISSING), Set.of(MOVED), Set.of())))
                .isEmpty();
    }

    @Test
    void showsOnlyWhatWasTriedInATime() {
        // Given
        QuarantineFilter all = QuarantineFilter.ALL;
        Instant tried = quarantine
                .quarantine()
                .page(all, ShowQuarantine.START, 1)
                .getFirst()
                .tried();

        // When
        List<LanePosition> since = found(
                new QuarantineFilter(Set.of(), Set.of(), Set.of(), tried, tried.plusMillis(1), Set.of(), Set.of()));
        List<LanePosition> later = found(new QuarantineFilter(
                Set.of(), Set.of(), Set.of(), tried.plusMillis(1), all.until(), Set.of(), Set.of()));

        // Then
        assertThat(since).hasSize(3);
        assertThat(later).isEmpty();
    }

    @Test
    void keepsAnActionWithItsEventsUntilTheyAreAnswered() {
        // Given
        long action = quarantine.actions().open(RETRY);
        quarantine.actions().extend(action, RETRY, QuarantineFilter.ALL, ShowQuarantine.START, 10);

        // When
        write(LoadWrites.onlyAnswering(List.of(
                new Retried(at(2), new EventStanding.Loaded()),
                new Retried(at(3), new EventStanding.Ignored("a rule")))));

        // Then
        assertThat(quarantine.actions().waiting(10)).containsExactly(at(5));
        assertThat(quarantine.actions().action(action).orElseThrow())
                .returns(QuarantineAction.Name.RETRY, QuarantineAction::name)
                .returns("anna", QuarantineAction::by)
                .returns("the model was mended", QuarantineAction::why)
                .returns(new QuarantineAction.Outcomes(1, 1, 0, 1), QuarantineAction::outcomes);
    }

    @Test
    void gathersTheEventsOfAnActionPageByPage() {
        // Given
        long action = quarantine.actions().open(RETRY);

        // When
        ActionProgress first =
                quarantine.actions().extend(action, RETRY, QuarantineFilter.ALL, ShowQuarantine.START, 2);
        ActionProgress second = quarantine.actions().extend(action, RETRY, QuarantineFilter.ALL, first.last(), 2);

        // Then
        assertThat(first).isEqualTo(new ActionProgress(at(3), 2));
        assertThat(second).isEqualTo(new ActionProgress(at(5), 1));
        assertThat(quarantine.actions().waiting(2)).containsExactly(at(2), at(3));
    }

    @Test
    void answersEveryActionThatWaitsForAnEvent() {
        // Given
        long first = extended(RETRY, QuarantineFilter.only(at(2)));
        long second = extended(DISCARD, QuarantineFilter.only(at(2)));

        // When
        write(LoadWrites.onlyAnswering(List.of(new Retried(at(2), new EventStanding.Ignored("discarded")))));

        // Then
        assertThat(quarantine.actions().waiting(10)).isEmpty();
        assertThat(quarantine.actions().about(at(2), 10))
                .extracting(EventAction::action, EventAction::outcome)
                .containsExactly(tuple(second, EventAction.Outcome.IGNORED), tuple(first, EventAction.Outcome.IGNORED));
        assertThat(quarantine.actions().latest(1))
                .extracting(QuarantineAction::id)
                .containsExactly(second);
    }

    @Test
    void keepsTheLatestAmendmentOfAnEvent() {
        // Given
        var correction = new Amendment.Corrected("application/json", "{}".getBytes(StandardCharsets.UTF_8));
        extended(DISCARD, QuarantineFilter.ALL);
        extended(new ActionOrder(new Verb.Edit(correction), "anna", "", ""), QuarantineFilter.only(at(3)));

        // When
        Map<LanePosition, Amendment> made = quarantine.amendments().within(List.of(new LanePart(lane.id(), 1, 4)));

        // Then
        assertThat(made).containsOnlyKeys(at(2), at(3));
        assertThat(made.get(at(2))).isEqualTo(new Amendment.Discarded());
        assertThat(made.get(at(3))).isInstanceOfSatisfying(Amendment.Corrected.class, kept -> {
            assertThat(kept.contentType()).isEqualTo("application/json");
            assertThat(kept.bytes()).isEqualTo(correction.bytes());
        });
    }

    @Test
    void leavesTheEventAsItCame() {
        // Given
        extended(DISCARD, QuarantineFilter.ALL);

        // When
        EventLookup.Found found = quarantine.events().those(List.of(at(2), at(4), at(99)), MANY_BYTES);

        // Then
        assertThat(found.looked()).isEqualTo(3);
        assertThat(found.events()).extracting(LoggedEvent::at).containsExactly(at(2), at(4));
        assertThat(found.events()).extracting(LoggedEvent::admission).containsOnly(LoggedEvent.Admission.ACCEPTED);
    }

    @Test
    void readsNoMoreBytesThanWereAskedFor() {
        // When
        EventLookup.Found found = quarantine.events().those(List.of(at(2), at(4)), 1);

        // Then
        assertThat(found.looked()).isEqualTo(1);
        assertThat(found.events()).extracting(LoggedEvent::at).containsExactly(at(2));
    }

    private long extended(ActionOrder order, QuarantineFilter filter) {
        long action = quarantine.actions().open(order);
        quarantine.actions().extend(action, order, filter, ShowQuarantine.START, 10);
        return action;
    }

    private List<LanePosition> found(QuarantineFilter filter) {
        return quarantine.quarantine().page(filter, ShowQuarantine.START, 10).stream()
                .map(entry -> entry.event().at())
                .toList();
    }

    private static QuarantineFilter filter(Set<Rejection.Reason> reasons, Set<EventName> kinds, Set<LaneId> lanes) {
        QuarantineFilter all = QuarantineFilter.ALL;
        return new QuarantineFilter(reasons, Set.of(), kinds, all.since(), all.until(), lanes, Set.of());
    }

    private LanePosition at(long position) {
        return new LanePosition(lane.id(), position);
    }

    /// The fifth was recognised.
    private QuarantinedEvent held(long position, Rejection.Reason reason) {
        return new QuarantinedEvent(
                at(position),
                Shop.CUSTOMERS.name(),
                new Rejection(Rejection.Stage.PARSE, reason, "no number"),
                position == 5 ? Optional.of(MOVED) : Optional.empty());
    }

    private void write(LoadWrites writes) {
        adapters.warehouse().write(writes, epoch);
    }
}
