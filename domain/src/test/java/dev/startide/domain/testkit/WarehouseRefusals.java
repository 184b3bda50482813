package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.EventBuilder.events;
import static dev.startide.domain.testkit.WritesBuilder.aWrite;
import static dev.startide.domain.testkit.shop.ShopRows.CUSTOMER;
import static dev.startide.domain.testkit.shop.ShopRows.CUSTOMER_DIMENSION;
import static dev.startide.domain.testkit.shop.ShopRows.ORDER_LINE_FACT;
import static dev.startide.domain.testkit.shop.ShopRows.PURCHASE;
import static dev.startide.domain.testkit.shop.ShopRows.customer;
import static dev.startide.domain.testkit.shop.ShopRows.customerVersion;
import static dev.startide.domain.testkit.shop.ShopRows.purchase;
import static dev.startide.domain.testkit.shop.ShopRows.sale;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.event.IngestBatch;
import dev.startide.domain.event.LaneName;
import dev.startide.domain.event.LanePosition;
import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.quality.QuarantinedEvent;
import dev.startide.domain.quality.Rejection;
import dev.startide.domain.star.CursorMove;
import dev.startide.domain.testkit.shop.Shop;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A write that cannot be made whole is not made at all, and says by its code what to do.
interface WarehouseRefusals extends WarehouseTesting {

    @Test
    default void writesNothingOfABatchOfWhichOneRowIsRefused() {
        // Given
        var lane = adapters().rawLog().open(Shop.ORDERS, new LaneName("lane-0"));
        adapters().rawLog().append(Shop.ORDERS, IngestBatch.of(lane, events("e-1", "e-2")));
        var setAside = new QuarantinedEvent(
                new LanePosition(lane.id(), 1),
                Shop.ORDERS.name(),
                new Rejection(Rejection.Stage.PARSE, Rejection.Reason.TYPE_MISMATCH, "no number"));

        // When
        FailureCode refusal = refusalOf(aWrite().inserting(
                        CUSTOMER, customer("c-1").build())
                .inserting(CUSTOMER_DIMENSION, customerVersion(11, 7, "c-1").build())
                .inserting(
                        ORDER_LINE_FACT,
                        sale("o-1", 1, 11, 7).with("event_time", null).build())
                .quarantining(setAside)
                .moving(new CursorMove(lane.id(), 0, 2, 1, 1, Map.of())));

        // Then
        assertThat(refusal).isEqualTo(FailureCode.DATA_REFUSED);
        assertThat(warehouse().entities(Shop.entity("customer"), List.of(Key.of("c-1"))))
                .isEmpty();
        assertThat(warehouse().highestKey(Shop.members("customer"))).isZero();
        assertThat(adapters().cursors().positions()).isEmpty();
        assertThat(adapters().quarantine().get()).isEmpty();
    }

    @Test
    default void goesOnAfterARefusal() {
        // Given
        refusalOf(aWrite().inserting(
                        CUSTOMER, customer("c-1").with("_is_inferred", null).build()));

        // When
        write(aWrite().inserting(CUSTOMER, customer("c-1").build()));

        // Then
        assertThat(warehouse().entities(Shop.entity("customer"), List.of(Key.of("c-1"))))
                .hasSize(1);
    }

    @Test
    default void refusesTextThatNoDatabaseHolds() {
        // Given
        var row = customer("c-1").with("name", "a\u0000b");

        // When
        FailureCode refusal = refusalOf(aWrite().inserting(CUSTOMER, row.build()));

        // Then
        assertThat(refusal).isEqualTo(FailureCode.DATA_REFUSED);
    }

    @Test
    default void refusesANumberThatIsTooLarge() {
        // Given
        var row = sale("o-1", 1, -1, -1).with("unit_price", new BigDecimal("12345678901.00"));

        // When
        FailureCode refusal = refusalOf(aWrite().inserting(ORDER_LINE_FACT, row.build()));

        // Then
        assertThat(refusal).isEqualTo(FailureCode.DATA_REFUSED);
    }

    @Test
    default void refusesDataInAnUpdateAsWell() {
        // Given
        write(aWrite().inserting(CUSTOMER, customer("c-1").build()));
        var row = customer("c-1").with("name", "a\u0000b");

        // When
        FailureCode refusal = refusalOf(aWrite().updating(CUSTOMER, row.build()));

        // Then
        assertThat(refusal).isEqualTo(FailureCode.DATA_REFUSED);
    }

    @Test
    default void haltsOnARowThatRefersToNone() {
        // Given
        var row = purchase("o-1", "c-9");

        // When
        FailureCode refusal = refusalOf(aWrite().inserting(PURCHASE, row.build()));

        // Then
        assertThat(refusal).isEqualTo(FailureCode.INVARIANT_BROKEN);
    }

    @Test
    default void haltsOnAFactOfAnUnknownVersion() {
        // Given
        var row = sale("o-1", 1, 99, 99);

        // When
        FailureCode refusal = refusalOf(aWrite().inserting(ORDER_LINE_FACT, row.build()));

        // Then
        assertThat(refusal).isEqualTo(FailureCode.INVARIANT_BROKEN);
    }

    @Test
    default void refusesToInsertARowTwice() {
        // Given
        write(aWrite().inserting(CUSTOMER, customer("c-1").build()));

        // When
        FailureCode refusal = refusalOf(aWrite().inserting(
                        CUSTOMER, customer("c-1").with("city", "Köln").build()));

        // Then
        assertThat(refusal).isEqualTo(FailureCode.INVARIANT_BROKEN);
    }

    @Test
    default void refusesToReplaceARowThatIsNotThere() {
        // Given
        write(aWrite().inserting(CUSTOMER, customer("c-1").build()));

        // When
        FailureCode refusal = refusalOf(aWrite().updating(
                        CUSTOMER,
                        customer("c-1").with("city", "Köln").build(),
                        customer("c-9").build()));

        // Then
        assertThat(refusal).isEqualTo(FailureCode.INVARIANT_BROKEN);
        assertThat(warehouse()
                        .entities(Shop.entity("customer"), List.of(Key.of("c-1")))
                        .get(Key.of("c-1")))
                .containsExactly(customer("c-1").build());
    }

    @Test
    default void refusesTwoVersionsOfAMemberThatBeginAtOnce() {
        // Given
        write(aWrite().inserting(
                        CUSTOMER_DIMENSION, customerVersion(11, 7, "c-1").build()));

        // When
        FailureCode refusal = refusalOf(aWrite().inserting(
                        CUSTOMER_DIMENSION, customerVersion(12, 7, "c-1").build()));

        // Then
        assertThat(refusal).isEqualTo(FailureCode.INVARIANT_BROKEN);
    }
}
