package dev.startide.domain.service;

import static dev.startide.domain.testkit.Property.property;
import static dev.startide.domain.testkit.shop.ShopEvent.aCustomer;
import static dev.startide.domain.testkit.shop.ShopEvent.aLine;
import static dev.startide.domain.testkit.shop.ShopEvent.aMove;
import static dev.startide.domain.testkit.shop.ShopEvent.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startide.domain.event.EventTime;
import dev.startide.domain.failure.StartideException;
import dev.startide.domain.quality.LoadStep;
import dev.startide.domain.replay.ReplayOrder;
import dev.startide.domain.replay.ReplayProgress;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopEvents;
import dev.startide.domain.testkit.shop.ShopRows;
import dev.startide.warehouse.mapping.EventName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayServiceTest {

    private static final ReplayOrder ALL = new ReplayOrder(EventTime.EARLIEST, EventTime.LATEST, Set.of());

    private final LoadRun run = new LoadRun(Shop.LAYOUT, 2, 100);
    private final ReplayService replay = run.replay(2);

    @Test
    void changesNothingOfWhatWasLoaded() {
        property().oncePer(10).forAllLists(ShopEvents::some, events -> {
            LoadRun loaded = new LoadRun(Shop.LAYOUT, 3, 100);
            events.stream().map(TypedEventBuilder::build).forEach(event -> loaded.log("a", event));
            loaded.drain();
            List<String> before = rows(loaded);

            ReplayProgress progress = drain(loaded.replay(2), ALL);

            assertThat(rows(loaded)).containsExactlyInAnyOrderElementsOf(before);
            assertThat(progress.replayed() + progress.refused()).isEqualTo(events.size());
            assertThat(progress.recovered()).isZero();
        });
    }

    @Test
    void loadsWhatWasQuarantinedAndCountsItSo() {
        // Given
        run.log("a", aMove("c1", "Linz").build());
        run.logUnreadable(Shop.CUSTOMERS, "a");
        run.log("a", aMove("c3", "Linz").build());
        run.drain();
        run.readFromNowOn(aCustomer("c2").build());

        // When
        ReplayProgress progress = drain(replay, ALL);

        // Then
        assertThat(progress.recovered()).isEqualTo(1);
        assertThat(run.warehouse().quarantined()).isEmpty();
        assertThat(run.warehouse().rows(ShopRows.CUSTOMER.name())).hasSize(3);
        assertThat(run.accountOf("customers-a")).isEqualTo("3 loaded, 0 quarantined, 0 ignored");
    }

    @Test
    void loadsWhatWasIgnoredAndCountsItSo() {
        // Given
        run.logUnknown(Shop.CUSTOMERS, "a");
        run.logUnknown(Shop.CUSTOMERS, "a");
        run.log("a", aMove("c1", "Linz").build());
        run.drain();
        run.knowFromNowOn(aCustomer("c2").build());

        // When
        ReplayProgress progress = drain(replay, ALL);

        // Then
        assertThat(progress.recovered()).isEqualTo(2);
        assertThat(run.accountOf("customers-a")).isEqualTo("3 loaded, 0 quarantined, 0 ignored");
    }

    @Test
    void leavesInTheQuarantineWhatCannotBeRead() {
        // Given
        run.logUnreadable(Shop.CUSTOMERS, "a");
        run.drain();

        // When
        ReplayProgress progress = drain(replay, ALL);

        // Then
        assertThat(progress.refused()).isEqualTo(1);
        assertThat(run.warehouse().quarantined()).hasSize(1);
        assertThat(run.accountOf("customers-a")).isEqualTo("0 loaded, 1 quarantined, 0 ignored");
    }

    @Test
    void readsOnlyKindsThatAreNamed() {
        // Given
        run.log("a", aMove("c1", "Linz").build());
        run.log(
                "a",
                anOrder("o1", "c1").with("lines", List.of(aLine(1, "p1", 2))).build());
        run.drain();
        ReplayOrder moves =
                new ReplayOrder(EventTime.EARLIEST, EventTime.LATEST, Set.of(new EventName("customer_moved")));

        // When
        ReplayProgress progress = drain(replay, moves);

        // Then
        assertThat(progress.replayed()).isEqualTo(1);
    }

    @Test
    void refusesAKindThatTheModelDoesNotHave() {
        // Given
        ReplayOrder unknown = new ReplayOrder(EventTime.EARLIEST, EventTime.LATEST, Set.of(new EventName("nothing")));

        // When
        // Then
        assertThatThrownBy(() -> replay.begin(unknown))
                .isInstanceOf(StartideException.class)
                .hasMessageContaining("customer_moved");
    }

    @Test
    void leavesToTheLoaderWhatItHasNotLoaded() {
        // Given
        run.log("a", aMove("c1", "Linz").build());
        run.drain();
        run.log("a", aMove("c2", "Linz").build());
        run.log("b", aMove("c3", "Linz").build());

        // When
        ReplayProgress progress = drain(replay, ALL);

        // Then
        assertThat(progress.replayed()).isEqualTo(1);
        assertThat(run.drain().stream().mapToLong(LoadStep.Loaded::loaded).sum())
                .isEqualTo(2);
    }

    private static ReplayProgress drain(ReplayService replay, ReplayOrder order) {
        ReplayProgress progress = replay.begin(order);
        while (!progress.isDone()) {
            progress = replay.next();
        }
        replay.release();
        return progress;
    }

    private static List<String> rows(LoadRun run) {
        return Shop.LAYOUT.schema().tables().stream()
                .flatMap(table ->
                        run.warehouse().rows(table.name()).stream().map(row -> table.name() + Arrays.toString(row)))
                .toList();
    }
}
