package dev.startide.domain.service;

import static dev.startide.domain.testkit.shop.ShopEvent.aCustomer;
import static dev.startide.domain.testkit.shop.ShopEvent.aMove;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.startide.domain.event.LanePosition;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.port.inbound.ShowQuarantine;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.quarantine.ActionOrder;
import dev.startide.domain.quarantine.ActionOrder.Verb;
import dev.startide.domain.quarantine.EventAction;
import dev.startide.domain.quarantine.QuarantineAction;
import dev.startide.domain.quarantine.QuarantineAction.Outcomes;
import dev.startide.domain.quarantine.QuarantineFilter;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopRows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuarantineServiceTest {

    private static final ActionOrder RETRY = new ActionOrder(new Verb.Retry(), "anna", "", "");
    private static final ActionOrder DISCARD = new ActionOrder(new Verb.Discard(), "anna", "a test of ours", "");

    private final LoadRun run = new LoadRun(Shop.LAYOUT, 2, 100);

    @Test
    void triesEventsAgainAndCountsThemSo() {
        // Given
        run.log("a", aMove("c1", "Linz").build());
        run.logSick("a", aMove("c2", "Graz").build());
        run.drain();
        run.heal();
        QuarantineAction asked = ask(RETRY, QuarantineFilter.ALL);

        // When
        run.drain();

        // Then
        assertThat(asked.outcomes()).isEqualTo(new Outcomes(1, 0, 0, 0));
        assertThat(outcomes(asked)).isEqualTo(new Outcomes(0, 1, 0, 0));
        assertThat(run.warehouse().quarantined()).isEmpty();
        assertThat(run.warehouse().rows(ShopRows.CUSTOMER.name())).hasSize(2);
        assertThat(run.accountOf("customers-a")).isEqualTo("2 loaded, 0 quarantined, 0 ignored");
    }

    @Test
    void countsAnAttemptWhereItFailsAgain() {
        // Given
        LanePosition sick = run.logSick("a", aMove("c2", "Graz").build());
        run.drain();
        QuarantineAction asked = ask(RETRY, QuarantineFilter.ALL);

        // When
        run.drain();

        // Then
        assertThat(outcomes(asked)).isEqualTo(new Outcomes(0, 0, 1, 0));
        assertThat(run.quarantine()
                        .show(sick)
                        .orElseThrow()
                        .entry()
                        .orElseThrow()
                        .attempts())
                .isEqualTo(2);
        assertThat(run.accountOf("customers-a")).isEqualTo("0 loaded, 1 quarantined, 0 ignored");
    }

    @Test
    void triesAgainTwiceWithoutDoingItTwice() {
        // Given
        run.logSick("a", aMove("c2", "Graz").build());
        run.drain();
        run.heal();
        ask(RETRY, QuarantineFilter.ALL);
        QuarantineAction second = ask(RETRY, QuarantineFilter.ALL);

        // When
        run.drain();

        // Then
        assertThat(outcomes(second)).isEqualTo(new Outcomes(0, 1, 0, 0));
        assertThat(ask(RETRY, QuarantineFilter.ALL).outcomes().events()).isZero();
        assertThat(run.accountOf("customers-a")).isEqualTo("1 loaded, 0 quarantined, 0 ignored");
    }

    @Test
    void ignoresWhatWasDiscardedByARuleOfThatName() {
        // Given
        run.logSick("a", aMove("c2", "Graz").build());
        run.log("a", aMove("c1", "Linz").build());
        run.drain();
        QuarantineAction asked = ask(DISCARD, QuarantineFilter.ALL);

        // When
        run.drain();

        // Then
        assertThat(outcomes(asked)).isEqualTo(new Outcomes(0, 0, 0, 1));
        assertThat(run.warehouse().quarantined()).isEmpty();
        assertThat(run.accountOf("customers-a")).isEqualTo("1 loaded, 0 quarantined, 1 ignored");
    }

    @Test
    void readsTheCorrectionInPlaceOfWhatCame() {
        // Given
        LanePosition sick = run.logSick("a", aMove("c2", "Graz").build());
        run.drain();
        var correction = run.correctionTo(aCustomer("c7").build());
        QuarantineAction asked =
                ask(new ActionOrder(new Verb.Edit(correction), "anna", "a slip", ""), QuarantineFilter.only(sick));

        // When
        run.drain();

        // Then
        assertThat(outcomes(asked)).isEqualTo(new Outcomes(0, 1, 0, 0));
        assertThat(run.warehouse().rows(ShopRows.CUSTOMER.name()))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("c7"));
        assertThat(run.quarantine()
                        .show(sick)
                        .orElseThrow()
                        .found()
                        .event()
                        .event()
                        .payload()
                        .bytes())
                .asString()
                .startsWith("sick");
        assertThat(run.quarantine().show(sick).orElseThrow().history())
                .extracting(EventAction::why, EventAction::outcome)
                .containsExactly(tuple("a slip", EventAction.Outcome.LOADED));
    }

    @Test
    void refusesToEditSeveralEventsAtOnce() {
        // Given
        var correction = run.correctionTo(aCustomer("c7").build());
        ActionOrder edit = new ActionOrder(new Verb.Edit(correction), "anna", "", "");

        // When
        // Then
        assertThatThrownBy(() -> ask(edit, QuarantineFilter.ALL))
                .isInstanceOf(StartideException.class)
                .hasMessageContaining("exactly one event");
    }

    @Test
    void doesNotLetWhatIsNewWaitForAllThatIsTriedAgain() {
        // Given
        for (int count = 0; count < 6; count++) {
            run.logSick("a", aMove("c" + count, "Graz").build());
        }
        run.drain();
        ask(RETRY, QuarantineFilter.ALL);
        run.log("a", aMove("c8", "Linz").build());
        run.log("a", aMove("c9", "Linz").build());
        List<String> kinds = new ArrayList<>();

        // When
        for (int step = 0; step < 3; step++) {
            kinds.add(run.loader().loadNext().getClass().getSimpleName());
        }

        // Then
        assertThat(kinds).containsExactly("Retried", "Loaded", "Retried");
    }

    @Test
    void triesAgainAloneWithoutLoadingWhatIsNew() {
        // Given
        run.logSick("a", aMove("c2", "Graz").build());
        run.drain();
        run.heal();
        ask(RETRY, QuarantineFilter.ALL);
        run.log("a", aMove("c9", "Linz").build());

        // When
        LoadStep step = run.loader().retryNext();

        // Then
        assertThat(step).isInstanceOf(LoadStep.Retried.class);
        assertThat(run.loader().retryNext()).isEqualTo(new LoadStep.Idle());
        assertThat(run.accountOf("customers-a")).isEqualTo("1 loaded, 0 quarantined, 0 ignored");
    }

    @Test
    void showsWhatItExports() {
        // Given
        run.logSick("a", aMove("c1", "Graz").build());
        run.logSick("a", aMove("c2", "Graz").build());
        run.drain();
        List<LanePosition> exported = new ArrayList<>();

        // When
        run.quarantine()
                .export(
                        QuarantineFilter.ALL,
                        1,
                        found -> exported.add(found.event().at()));

        // Then
        assertThat(exported)
                .containsExactly(run.quarantine()
                        .page(QuarantineFilter.ALL, ShowQuarantine.START, 1)
                        .getFirst()
                        .event()
                        .at());
    }

    private QuarantineAction ask(ActionOrder order, QuarantineFilter filter) {
        return run.quarantine().ask(order, filter, Long.MAX_VALUE, _ -> {});
    }

    private Outcomes outcomes(QuarantineAction action) {
        return run.quarantine().action(action.id()).orElseThrow().outcomes();
    }
}
