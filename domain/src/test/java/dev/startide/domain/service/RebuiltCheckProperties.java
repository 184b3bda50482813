package dev.startide.domain.service;

import static dev.startide.domain.testkit.Property.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.startide.domain.quality.Finding;
import dev.startide.domain.testkit.TypedEventBuilder;
import dev.startide.domain.testkit.course.WarehouseRun;
import dev.startide.domain.testkit.memory.InMemoryStorage;
import dev.startide.domain.testkit.shop.Shop;
import dev.startide.domain.testkit.shop.ShopEvent;
import dev.startide.domain.testkit.shop.ShopEvents;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A table that was loaded is what its events make of it when they are loaded anew, key by key.
class RebuiltCheckProperties {

    private static final int MANY = 10_000;

    @Test
    void findNothingInTablesThatWereLoaded() {
        property().forAllLists(ShopEvents::some, events -> {
            InMemoryStorage storage = new InMemoryStorage(Shop.LAYOUT);
            WarehouseRun run = loaded(storage, events);

            List<Finding> findings = Shop.LAYOUT.schema().tables().stream()
                    .map(table -> table.name().toString())
                    .filter(name -> !name.endsWith("__change") && !name.equals("star.date"))
                    .flatMap(name -> check(storage, run, rows -> rows, MANY).compare(name).findings().stream())
                    .toList();

            assertThat(findings).isEmpty();
        });
    }

    @Test
    void findNothingInAPartOfATable() {
        property().forAllLists(ShopEvents::some, events -> {
            InMemoryStorage storage = new InMemoryStorage(Shop.LAYOUT);
            WarehouseRun run = loaded(storage, events);

            List<Finding> findings = check(storage, run, rows -> rows, 2)
                    .compare("star.order_line")
                    .findings();

            assertThat(findings).isEmpty();
        });
    }

    @Test
    void findARowThatIsMissingOneThatIsTooManyAndOneThatDiffers() {
        // Given
        InMemoryStorage storage = new InMemoryStorage(Shop.LAYOUT);
        WarehouseRun run = loaded(
                storage,
                List.of(
                        ShopEvent.aCustomer("c-1"),
                        ShopEvent.anOrder("o-1", "c-1").with("lines", List.of(ShopEvent.aLine(1, "p-1", 1))),
                        ShopEvent.anOrder("o-2", "c-2").with("lines", List.of(ShopEvent.aLine(1, "p-1", 2)))));
        UnaryOperator<List<@Nullable Object[]>> falsified = rows -> {
            rows.stream().filter(row -> row[0].equals("o-1")).forEach(row -> row[0] = "o-3");
            rows.stream().filter(row -> row[0].equals("o-2")).forEach(row -> row[4] = 99L);
            return rows;
        };

        // When
        List<Finding> findings =
                check(storage, run, falsified, MANY).compare("order_line").findings();

        // Then
        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "star.order_line order_id=o-1, line_no=1: is missing",
                        "star.order_line order_id=o-2, line_no=1: differs in [customer_durable_key]",
                        "star.order_line order_id=o-3, line_no=1: comes from no event");
    }

    private static RebuiltCheck check(
            InMemoryStorage storage, WarehouseRun run, UnaryOperator<List<@Nullable Object[]>> falsified, int rows) {
        return new RebuiltCheck(
                Shop.LAYOUT, storage.adapters().rawLog(), run.reader(), new MemorySnapshots(storage, falsified), rows);
    }

    private static WarehouseRun loaded(InMemoryStorage storage, List<TypedEventBuilder> events) {
        WarehouseRun run = new WarehouseRun(storage.adapters(), Shop.LAYOUT);
        run.change("first", 3, 2);
        int lane = 0;
        for (TypedEventBuilder event : events) {
            run.log(Integer.toString(lane++ % 2), event.build());
        }
        run.drain();
        return run;
    }
}
