package dev.startide.domain.testkit;

import static dev.startide.domain.testkit.WritesBuilder.aWrite;
import static dev.startide.domain.testkit.shop.ShopRows.CUSTOMER;
import static dev.startide.domain.testkit.shop.ShopRows.CUSTOMER_CHANGE;
import static dev.startide.domain.testkit.shop.ShopRows.NOON;
import static dev.startide.domain.testkit.shop.ShopRows.ORDER_LINE;
import static dev.startide.domain.testkit.shop.ShopRows.PRODUCT;
import static dev.startide.domain.testkit.shop.ShopRows.PURCHASE;
import static dev.startide.domain.testkit.shop.ShopRows.customer;
import static dev.startide.domain.testkit.shop.ShopRows.customerChange;
import static dev.startide.domain.testkit.shop.ShopRows.orderLine;
import static dev.startide.domain.testkit.shop.ShopRows.product;
import static dev.startide.domain.testkit.shop.ShopRows.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.normalize.Key;
import dev.startide.domain.testkit.shop.Shop;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Rows are inserted, replaced, deleted and found again by their keys.
interface WarehouseRows extends WarehouseTesting {

    @Test
    default void findsARowThatWasInserted() {
        // Given
        write(aWrite().inserting(
                        CUSTOMER, customer("c-1").build(), customer("c-2").build()));

        // When
        var found = warehouse().entities(Shop.entity("customer"), List.of(Key.of("c-2")));

        // Then
        assertThat(found).containsOnlyKeys(Key.of("c-2"));
        assertThat(found.get(Key.of("c-2"))).containsExactly(customer("c-2").build());
    }

    @Test
    default void keepsARowThatAnInsertWouldOnlyAddIfItIsMissing() {
        // Given
        write(aWrite().inserting(CUSTOMER, customer("c-1").build()));

        // When
        write(aWrite().insertingMissing(
                        CUSTOMER,
                        customer("c-1").with("city", "elsewhere").build(),
                        customer("c-2").build()));

        // Then
        var found = warehouse().entities(Shop.entity("customer"), List.of(Key.of("c-1"), Key.of("c-2")));
        assertThat(found.get(Key.of("c-1"))).containsExactly(customer("c-1").build());
        assertThat(found).containsOnlyKeys(Key.of("c-1"), Key.of("c-2"));
    }

    @Test
    default void leavesOutKeysThatItDoesNotHave() {
        // Given
        write(aWrite().inserting(CUSTOMER, customer("c-1").build()));

        // When
        var found = warehouse().entities(Shop.entity("customer"), List.of(Key.of("c-1"), Key.of("c-9")));

        // Then
        assertThat(found).containsOnlyKeys(Key.of("c-1"));
    }

    @Test
    default void findsNothingForNoKeys() {
        // Given
        write(aWrite().inserting(CUSTOMER, customer("c-1").build()));

        // When
        var found = warehouse().entities(Shop.entity("customer"), List.of());

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    default void handsOutRowsThatBelongToTheCaller() {
        // Given
        write(aWrite().inserting(CUSTOMER, customer("c-1").build()));
        customerRow("c-1")[1] = "changed by the caller";

        // When
        @Nullable Object[] again = customerRow("c-1");

        // Then
        assertThat(again).containsExactly(customer("c-1").build());
    }

    @Test
    default void findsRowsByKeysOfSeveralColumns() {
        // Given
        write(aWrite().inserting(PRODUCT, product("p-1").build())
                .inserting(
                        PURCHASE,
                        purchase("o-1", null).build(),
                        purchase("o-2", null).build())
                .inserting(
                        ORDER_LINE,
                        orderLine("o-1", 1, "p-1").build(),
                        orderLine("o-1", 2, null).build(),
                        orderLine("o-2", 1, "p-1").build()));

        // When
        var found = warehouse()
                .entities(
                        Shop.entity("order_line"),
                        List.of(Key.of("o-1", 2), Key.of("o-2", 1), Key.of("o-2", 2), Key.of("o-3", 1)));

        // Then
        assertThat(found).containsOnlyKeys(Key.of("o-1", 2), Key.of("o-2", 1));
        assertThat(found.get(Key.of("o-1", 2)))
                .containsExactly(orderLine("o-1", 2, null).build());
    }

    @Test
    default void findsManyRowsAtOnce() {
        // Given
        List<Key> keys = IntStream.range(0, 5_000)
                .mapToObj(number -> Key.of("c-" + number))
                .toList();
        write(aWrite().inserting(
                        CUSTOMER,
                        keys.stream()
                                .map(key -> customer((String) key.part(0)).build())
                                .toArray(Object[][]::new)));

        // When
        var found = warehouse().entities(Shop.entity("customer"), keys);

        // Then
        assertThat(found).containsOnlyKeys(keys);
    }

    @Test
    default void replacesARow() {
        // Given
        write(aWrite().inserting(
                        CUSTOMER, customer("c-1").build(), customer("c-2").build()));
        var moved = customer("c-1").with("city", "Köln").with("email", null);

        // When
        write(aWrite().updating(CUSTOMER, moved.build()));

        // Then
        assertThat(customerRow("c-1")).containsExactly(moved.build());
        assertThat(customerRow("c-2")).containsExactly(customer("c-2").build());
    }

    @Test
    default void insertsAndReplacesInOneTable() {
        // Given
        write(aWrite().inserting(CUSTOMER, customer("c-1").build()));
        var moved = customer("c-1").with("city", "Köln");

        // When
        write(aWrite().inserting(CUSTOMER, customer("c-2").build()).updating(CUSTOMER, moved.build()));

        // Then
        assertThat(customerRow("c-1")).containsExactly(moved.build());
        assertThat(customerRow("c-2")).containsExactly(customer("c-2").build());
    }

    @Test
    default void deletesARow() {
        // Given
        write(aWrite().inserting(
                        CUSTOMER, customer("c-1").build(), customer("c-2").build()));

        // When
        write(aWrite().deleting(CUSTOMER, Key.of("c-1")));

        // Then
        assertThat(warehouse().entities(Shop.entity("customer"), List.of(Key.of("c-1"), Key.of("c-2"))))
                .containsOnlyKeys(Key.of("c-2"));
    }

    @Test
    default void findsTheChangesOfAnEntityFromAnInstantOn() {
        // Given
        var first = customerChange("c-1", NOON.minusSeconds(1));
        var second = customerChange("c-1", NOON);
        var third = customerChange("c-1", NOON.plusSeconds(1));
        write(aWrite().inserting(CUSTOMER_CHANGE, first.build(), second.build(), third.build())
                .inserting(
                        CUSTOMER_CHANGE,
                        customerChange("c-2", NOON.minusSeconds(1)).build(),
                        customerChange("c-3", NOON.minusSeconds(1)).build()));

        // When
        Map<Key, List<@Nullable Object[]>> found = warehouse()
                .changes(
                        Shop.changes("customer"),
                        Map.of(Key.of("c-1"), NOON, Key.of("c-2"), NOON.minusSeconds(1), Key.of("c-9"), NOON));

        // Then
        assertThat(found).containsOnlyKeys(Key.of("c-1"), Key.of("c-2"));
        assertThat(found.get(Key.of("c-1"))).containsExactlyInAnyOrder(second.build(), third.build());
        assertThat(found.get(Key.of("c-2"))).hasSize(1);
    }

    private @Nullable Object[] customerRow(String id) {
        return warehouse()
                .entities(Shop.entity("customer"), List.of(Key.of(id)))
                .get(Key.of(id));
    }
}
