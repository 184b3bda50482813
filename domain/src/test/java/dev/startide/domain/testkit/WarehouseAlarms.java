package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.WritesBuilder.aWrite;
import static dev.startide.domain.testkit.shop.ShopRows.CUSTOMER_CHANGE;
import static dev.startide.domain.testkit.shop.ShopRows.CUSTOMER_DIMENSION;
import static dev.startide.domain.testkit.shop.ShopRows.NOON;
import static dev.startide.domain.testkit.shop.ShopRows.customerChange;
import static dev.startide.domain.testkit.shop.ShopRows.customerVersion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.failure.FailureCode;
import dev.startide.domain.normalize.Key;
import dev.startide.domain.star.StoredMember;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.warehouse.layout.MemberLayout;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Versions that contradict each other are not committed, and the refusal has a code of its own.
interface WarehouseAlarms extends WarehouseTesting {

    Instant EVENING = NOON.plus(Duration.ofHours(6));

    @Test
    default void takesAVersionBeforeTheFormerOneIsClosed() {
        // Given
        write(aWrite().inserting(CUSTOMER_DIMENSION, version(11, 1, MemberLayout.OPEN_START, MemberLayout.OPEN_END)));

        // When
        write(aWrite().inserting(CUSTOMER_DIMENSION, version(12, 2, NOON, MemberLayout.OPEN_END))
                .updating(CUSTOMER_DIMENSION, version(11, 1, MemberLayout.OPEN_START, NOON)));

        // Then
        assertThat(versions()).isEqualTo(2);
    }

    @Test
    default void refusesASecondCurrentVersion() {
        // Given
        write(aWrite().inserting(CUSTOMER_DIMENSION, version(11, 1, MemberLayout.OPEN_START, MemberLayout.OPEN_END)));

        // When
        FailureCode refusal =
                refusalOf(aWrite().inserting(CUSTOMER_DIMENSION, version(12, 2, NOON, MemberLayout.OPEN_END)));

        // Then
        assertThat(refusal).isEqualTo(FailureCode.HISTORY_BROKEN);
        assertThat(versions()).isEqualTo(1);
    }

    @Test
    default void refusesVersionsThatOverlap() {
        // When
        FailureCode refusal = refusalOf(aWrite().inserting(
                        CUSTOMER_DIMENSION,
                        version(11, 1, MemberLayout.OPEN_START, EVENING),
                        version(12, 2, NOON, MemberLayout.OPEN_END)));

        // Then
        assertThat(refusal).isEqualTo(FailureCode.HISTORY_BROKEN);
    }

    @Test
    default void refusesAGapWithoutADelete() {
        // When
        FailureCode refusal = refusalOf(aWrite().inserting(
                        CUSTOMER_DIMENSION,
                        version(11, 1, MemberLayout.OPEN_START, NOON),
                        version(12, 2, EVENING, MemberLayout.OPEN_END)));

        // Then
        assertThat(refusal).isEqualTo(FailureCode.HISTORY_BROKEN);
    }

    @Test
    default void refusesAMemberThatEndsWithoutADelete() {
        // When
        FailureCode refusal =
                refusalOf(aWrite().inserting(CUSTOMER_DIMENSION, version(11, 1, MemberLayout.OPEN_START, NOON)));

        // Then
        assertThat(refusal).isEqualTo(FailureCode.HISTORY_BROKEN);
    }

    @Test
    default void takesAGapAfterADelete() {
        // Given
        var deleted = customerChange("c-1", NOON).with("city", null).with("_is_deleted", true);

        // When
        write(aWrite().inserting(CUSTOMER_CHANGE, deleted.build())
                .inserting(
                        CUSTOMER_DIMENSION,
                        version(11, 1, MemberLayout.OPEN_START, NOON),
                        version(12, 2, EVENING, MemberLayout.OPEN_END)));

        // Then
        assertThat(versions()).isEqualTo(2);
    }

    @Test
    default void refusesToLoseTheFirstVersion() {
        // Given
        write(aWrite().inserting(
                        CUSTOMER_DIMENSION,
                        version(11, 1, MemberLayout.OPEN_START, NOON),
                        version(12, 2, NOON, MemberLayout.OPEN_END)));

        // When
        FailureCode refusal = refusalOf(aWrite().deleting(CUSTOMER_DIMENSION, Key.of(11L)));

        // Then
        assertThat(refusal).isEqualTo(FailureCode.HISTORY_BROKEN);
    }

    private int versions() {
        StoredMember member = warehouse()
                .members(Shop.members("customer"), List.of(Key.of("c-1")))
                .get(Key.of("c-1"));
        return member == null ? 0 : member.versions().size();
    }

    private static Object[] version(long key, int number, Instant from, Instant until) {
        boolean isCurrent = until.equals(MemberLayout.OPEN_END);
        return customerVersion(key, 7, "c-1")
                .with("version", number)
                .with("valid_from", from)
                .with("valid_to", until)
                .with("is_current", isCurrent)
                .with("_is_latest", isCurrent)
                .build();
    }
}
