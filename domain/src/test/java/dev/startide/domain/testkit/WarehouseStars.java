package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.WritesBuilder.aWrite;
import static dev.startide.domain.testkit.shop.ShopRows.CUSTOMER_DIMENSION;
import static dev.startide.domain.testkit.shop.ShopRows.DAY;
import static dev.startide.domain.testkit.shop.ShopRows.NOON;
import static dev.startide.domain.testkit.shop.ShopRows.ORDER_LINE_FACT;
import static dev.startide.domain.testkit.shop.ShopRows.PRODUCT_DIMENSION;
import static dev.startide.domain.testkit.shop.ShopRows.customerVersion;
import static dev.startide.domain.testkit.shop.ShopRows.productVersion;
import static dev.startide.domain.testkit.shop.ShopRows.sale;
import static dev.startide.warehouse.schema.ColumnName.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.star.Rekey;
import dev.startide.domain.star.StoredFact;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.warehouse.layout.CalendarLayout;
import dev.startide.warehouse.layout.FactLayout;
import dev.startide.warehouse.layout.MemberLayout;
import dev.startide.warehouse.schema.ColumnName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Members with their versions, facts with their members, and facts that move between versions.
interface WarehouseStars extends WarehouseTesting {

    Instant CHANGE = NOON.minusSeconds(3_600);
    ColumnName CUSTOMER_KEY = new ColumnName("customer_key");

    @Test
    default void findsAMemberWithItsVersionsInTheirOrder() {
        // Given
        var first = customerVersion(11, 7, "c-1").with("valid_to", CHANGE).with("is_current", false);
        var second = customerVersion(12, 7, "c-1").with("valid_from", CHANGE).with("version", 2);
        write(aWrite().inserting(CUSTOMER_DIMENSION, second.build(), first.build())
                .inserting(CUSTOMER_DIMENSION, customerVersion(13, 8, "c-2").build()));

        // When
        var found = warehouse().members(Shop.members("customer"), List.of(Key.of("c-1"), Key.of("c-9")));

        // Then
        assertThat(found).containsOnlyKeys(Key.of("c-1"));
        assertThat(found.get(Key.of("c-1")).versions()).containsExactly(first.build(), second.build());
    }

    @Test
    default void knowsNoKeyOfAnEmptyDimension() {
        // Given
        MemberLayout customers = Shop.members("customer");

        // When
        long highest = warehouse().highestKey(customers);

        // Then
        assertThat(highest).isZero();
    }

    @Test
    default void knowsTheHighestKeyOfVersions() {
        // Given
        write(aWrite().inserting(
                        CUSTOMER_DIMENSION, customerVersion(12, 7, "c-1").build()));

        // When
        long highest = warehouse().highestKey(Shop.members("customer"));

        // Then
        assertThat(highest).isEqualTo(12);
    }

    @Test
    default void knowsTheHighestKeyOfMembers() {
        // Given
        write(aWrite().inserting(
                        CUSTOMER_DIMENSION, customerVersion(12, 40, "c-1").build()));

        // When
        long highest = warehouse().highestKey(Shop.members("customer"));

        // Then
        assertThat(highest).isEqualTo(40);
    }

    @Test
    default void knowsTheDaysOfACalendarAndThoseAdded() {
        // Given
        CalendarLayout calendar = Shop.LAYOUT.calendars().getFirst();
        LocalDate longAgo = LocalDate.of(1950, 6, 1);
        write(aWrite().inserting(calendar.table(), calendar.rowOf(longAgo)));

        // When
        var days = warehouse().days(calendar);

        // Then
        assertThat(days).contains(longAgo, calendar.dimension().from(), DAY).doesNotContainNull();
    }

    @Test
    default void findsAFactWithTheMembersThatItPointsAt() {
        // Given
        var sale = sale("o-1", 1, 11, 7).with("product_key", 21L).with("product_durable_key", 20L);
        write(aWrite().inserting(
                        CUSTOMER_DIMENSION, customerVersion(11, 7, "c-1").build())
                .inserting(PRODUCT_DIMENSION, productVersion(21, 20, "p-1").build())
                .inserting(ORDER_LINE_FACT, sale.build()));

        // When
        var found = warehouse().facts(Shop.orderLines(), List.of(Key.of("o-1", 1), Key.of("o-1", 2)));

        // Then
        assertThat(found).containsOnlyKeys(Key.of("o-1", 1));
        assertThat(found.get(Key.of("o-1", 1)).row()).containsExactly(sale.build());
        assertThat(found.get(Key.of("o-1", 1)).members())
                .containsExactly(Optional.of(Key.of("c-1")), Optional.of(Key.of("p-1")));
    }

    @Test
    default void findsAFactThatPointsAtTheUnknownMember() {
        // Given
        var sale = sale("o-1", 1, MemberLayout.UNKNOWN_KEY, MemberLayout.UNKNOWN_KEY)
                .with("ordered_key", CalendarLayout.UNKNOWN_KEY);
        write(aWrite().inserting(ORDER_LINE_FACT, sale.build()));

        // When
        var found = warehouse().facts(Shop.orderLines(), List.of(Key.of("o-1", 1)));

        // Then
        assertThat(found.get(Key.of("o-1", 1)).row()).containsExactly(sale.build());
        assertThat(found.get(Key.of("o-1", 1)).members()).containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    default void movesTheFactsOfAVersionWithinAnInterval() {
        // Given
        write(twoCustomers()
                .inserting(
                        ORDER_LINE_FACT,
                        saleAt(1, 11, CHANGE.minusNanos(1_000)),
                        saleAt(2, 11, CHANGE),
                        saleAt(3, 11, NOON.minusNanos(1_000)),
                        saleAt(4, 11, NOON),
                        saleAt(5, 12, CHANGE)));
        var closed = customerVersion(11, 7, "c-1").with("valid_to", CHANGE).with("is_current", false);
        var split = customerVersion(15, 7, "c-1").with("valid_from", CHANGE).with("version", 2);

        // When
        write(aWrite().inserting(CUSTOMER_DIMENSION, split.build())
                .updating(CUSTOMER_DIMENSION, closed.build())
                .rekeying(rekey(11, 15, 7, CHANGE, NOON)));

        // Then
        assertThat(customerKeys()).containsExactly(11L, 15L, 15L, 11L, 12L);
    }

    @Test
    default void movesFactsToTheEndOfTime() {
        // Given
        write(twoCustomers().inserting(ORDER_LINE_FACT, saleAt(1, 11, Instant.parse("2199-12-31T23:59:59.999999Z"))));

        // When
        write(aWrite().rekeying(rekey(11, 12, 8, MemberLayout.OPEN_START, MemberLayout.OPEN_END)));

        // Then
        assertThat(customerKeys().findFirst()).contains(12L);
        assertThat(customerKeys(1).findFirst()).contains(8L);
    }

    @Test
    default void exchangesTheFactsOfTwoVersionsInAdjoiningIntervals() {
        // Given
        write(twoCustomers().inserting(ORDER_LINE_FACT, saleAt(1, 11, CHANGE.minusSeconds(1)), saleAt(2, 12, CHANGE)));

        // When
        write(aWrite().rekeying(
                        rekey(11, 12, 8, MemberLayout.OPEN_START, CHANGE),
                        rekey(12, 11, 7, CHANGE, MemberLayout.OPEN_END)));

        // Then
        assertThat(customerKeys()).containsExactly(12L, 11L);
    }

    @Test
    default void deletesAVersionWhoseFactsHaveMoved() {
        // Given
        write(twoCustomers().inserting(ORDER_LINE_FACT, saleAt(1, 11, NOON)));

        // When
        write(aWrite().deleting(CUSTOMER_DIMENSION, Key.of(11L))
                .rekeying(rekey(11, 12, 8, MemberLayout.OPEN_START, MemberLayout.OPEN_END)));

        // Then
        assertThat(customerKeys()).containsExactly(12L);
        assertThat(warehouse().members(Shop.members("customer"), List.of(Key.of("c-1"))))
                .isEmpty();
    }

    private static Rekey rekey(long oldVersion, long newVersion, long durableKey, Instant from, Instant until) {
        return new Rekey(
                ORDER_LINE_FACT.name(),
                CUSTOMER_KEY,
                oldVersion,
                newVersion,
                from,
                until,
                new Rekey.Beside.Member(column("customer_durable_key"), durableKey));
    }

    private static WritesBuilder twoCustomers() {
        return aWrite().inserting(
                        CUSTOMER_DIMENSION,
                        customerVersion(11, 7, "c-1").build(),
                        customerVersion(12, 8, "c-2").build());
    }

    private static Object[] saleAt(int lineNo, long customerKey, Instant time) {
        return sale("o-1", lineNo, customerKey, 7).with("event_time", time).build();
    }

    /// The version keys of the lines of the one order, in the order of the lines.
    private Stream<Object> customerKeys() {
        return customerKeys(0);
    }

    /// @param further how many columns behind the version key
    private Stream<Object> customerKeys(int further) {
        FactLayout layout = Shop.orderLines();
        List<Key> grains = Stream.iterate(1, number -> number + 1)
                .limit(5)
                .map(number -> Key.of("o-1", number))
                .toList();
        Map<Key, StoredFact> found = warehouse().facts(layout, grains);
        return grains.stream()
                .filter(found::containsKey)
                .map(grain -> found.get(grain).row()[layout.eventTimeAt() + 1 + further]);
    }
}
